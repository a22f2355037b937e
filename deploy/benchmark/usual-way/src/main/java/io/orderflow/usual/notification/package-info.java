/// Writes to the customer.
@NullMarked
package io.orderflow.usual.notification;

import org.jspecify.annotations.NullMarked;
