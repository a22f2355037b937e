/// Charges.
@NullMarked
package io.orderflow.usual.payment;

import org.jspecify.annotations.NullMarked;
