/// What the services say to each other: one record per event, sealed by the service that says it. This package is the
/// agreement between the six; it knows nothing of any of them, nor of Spring, AMQP or JSON libraries.
@NullMarked
package io.orderflow.events;

import org.jspecify.annotations.NullMarked;
