/// The payment service: charges each order once, and gives the money back where an order cannot be kept.
@NullMarked
package io.orderflow.payment;

import org.jspecify.annotations.NullMarked;
