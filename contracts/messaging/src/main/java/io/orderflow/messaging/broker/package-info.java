/// The broker: connections with names that people can read, and the queues that follow from a service's reactions.
@NullMarked
package io.orderflow.messaging.broker;

import org.jspecify.annotations.NullMarked;
