/// The inventory service: the catalogue and its stock.
@NullMarked
package io.orderflow.inventory;

import org.jspecify.annotations.NullMarked;
