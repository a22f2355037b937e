/// What the order service does when something happened elsewhere.
@NullMarked
package io.orderflow.order.reactions;

import org.jspecify.annotations.NullMarked;
