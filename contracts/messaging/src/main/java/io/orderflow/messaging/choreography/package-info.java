/// What a service says and hears, derived from its code: at build time as `META-INF/orderflow/choreography.json`,
/// from which the broker's queues, bindings and permissions are made.
@NullMarked
package io.orderflow.messaging.choreography;

import org.jspecify.annotations.NullMarked;
