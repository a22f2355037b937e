/// The notification service: writes to the customer about what happens to an order.
@NullMarked
package io.orderflow.notification;

import org.jspecify.annotations.NullMarked;
