/// Takes orders, and sets their status by what it hears.
@NullMarked
package io.orderflow.usual.order;

import org.jspecify.annotations.NullMarked;
