/// Parking: where the messages are that a service could not handle, and how people look at them, say them
/// again, mend them, or throw them away. The queue on the broker is the truth; nothing of it is copied.
@NullMarked
package io.orderflow.messaging.parking;

import org.jspecify.annotations.NullMarked;
