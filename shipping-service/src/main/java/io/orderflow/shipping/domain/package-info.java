/// What is true of one order's shipment, and what follows from what is heard. Pure.
@NullMarked
package io.orderflow.shipping.domain;

import org.jspecify.annotations.NullMarked;
