/// What the operator sees.
@NullMarked
package io.orderflow.notification.api;

import org.jspecify.annotations.NullMarked;
