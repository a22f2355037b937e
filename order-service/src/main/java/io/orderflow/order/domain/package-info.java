/// What is true of an order and of the price list, and what follows from what was heard.
@NullMarked
package io.orderflow.order.domain;

import org.jspecify.annotations.NullMarked;
