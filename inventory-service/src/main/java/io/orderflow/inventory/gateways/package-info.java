/// Where products, deliveries and deductions are kept: PostgreSQL.
@NullMarked
package io.orderflow.inventory.gateways;

import org.jspecify.annotations.NullMarked;
