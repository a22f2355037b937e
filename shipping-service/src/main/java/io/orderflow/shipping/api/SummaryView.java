package io.orderflow.shipping.api;

import io.orderflow.shipping.domain.ShipmentState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Shipping's own figures, as an auditor compares them.
///
/// @param until                     orders from this instant on are not counted; null if all are
/// @param states                    how many orders there are in each state
/// @param ordersBookedMoreThanOnce  which orders the simulated carrier has in its books twice or more, whatever
///                                  `until` says; at most 100, and none if all is well; null with another carrier
record SummaryView(
        @Nullable Instant until,
        Map<ShipmentState, Long> states,
        @Nullable List<UUID> ordersBookedMoreThanOnce) {}
