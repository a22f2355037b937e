/// Where shipments are kept, and the carrier who takes them.
@NullMarked
package io.orderflow.shipping.gateways;

import org.jspecify.annotations.NullMarked;
