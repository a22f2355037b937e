/// How the operator reads what was written.
@NullMarked
package io.orderflow.notification.api;

import org.jspecify.annotations.NullMarked;
