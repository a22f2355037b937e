/// Takes orders, and derives their status from what the others say.
@NullMarked
package io.orderflow.order;

import org.jspecify.annotations.NullMarked;
