/// How messages are worded, and how they leave.
@NullMarked
package io.orderflow.notification.gateways;

import org.jspecify.annotations.NullMarked;
