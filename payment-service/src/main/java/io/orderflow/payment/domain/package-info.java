/// What is true of one order's payment, and what follows from what is heard. Pure.
@NullMarked
package io.orderflow.payment.domain;

import org.jspecify.annotations.NullMarked;
