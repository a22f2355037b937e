/// Where payments are kept, and the provider who moves the money.
@NullMarked
package io.orderflow.payment.gateways;

import org.jspecify.annotations.NullMarked;
