/// The inventory service as a whole.
@NullMarked
package io.orderflow.inventory;

import org.jspecify.annotations.NullMarked;
