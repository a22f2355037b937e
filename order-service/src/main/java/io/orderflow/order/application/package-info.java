/// What people may ask of the order service.
@NullMarked
package io.orderflow.order.application;

import org.jspecify.annotations.NullMarked;
