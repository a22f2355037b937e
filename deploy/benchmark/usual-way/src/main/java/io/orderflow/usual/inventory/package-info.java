/// Catalogue and stock.
@NullMarked
package io.orderflow.usual.inventory;

import org.jspecify.annotations.NullMarked;
