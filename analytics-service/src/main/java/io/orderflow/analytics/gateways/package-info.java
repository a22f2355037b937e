/// The event log and what is folded from it, in PostgreSQL.
@NullMarked
package io.orderflow.analytics.gateways;

import org.jspecify.annotations.NullMarked;
