/// The shipping service: books one carrier for each order whose goods are there.
@NullMarked
package io.orderflow.shipping;

import org.jspecify.annotations.NullMarked;
