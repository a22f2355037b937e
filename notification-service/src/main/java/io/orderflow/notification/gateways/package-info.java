/// Where messages are kept, how they are worded, and the ways by which they leave.
@NullMarked
package io.orderflow.notification.gateways;

import org.jspecify.annotations.NullMarked;
