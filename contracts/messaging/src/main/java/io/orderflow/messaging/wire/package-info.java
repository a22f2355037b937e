/// The wire: how a fact and its envelope look as an AMQP message.
@NullMarked
package io.orderflow.messaging.wire;

import org.jspecify.annotations.NullMarked;
