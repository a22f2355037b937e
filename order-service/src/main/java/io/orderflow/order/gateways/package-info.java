/// Where orders, prices and idempotency keys are kept.
@NullMarked
package io.orderflow.order.gateways;

import org.jspecify.annotations.NullMarked;
