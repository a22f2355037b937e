/// The notification service as a whole.
@NullMarked
package io.orderflow.notification;

import org.jspecify.annotations.NullMarked;
