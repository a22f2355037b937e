package io.orderflow.order.domain;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/// How much may be under way while new orders are accepted.
///
/// @param outboxBacklog facts that wait to be published
/// @param outboxAge     for how long the oldest of them that the broker has not refused has waited
/// @param openOrders    orders that were accepted and are neither shipped nor at an end
public record Capacity(long outboxBacklog, Duration outboxAge, long openOrders) {
    /// What was over its limit stays so until it is below this part of it.
    private static final double RELIEF = 0.9;

    /// The limits that are exceeded.
    ///
    /// @param before those that were exceeded when it was looked at last
    public Set<Limit> exceeded(Load load, Set<Limit> before) {
        var exceeded = EnumSet.noneOf(Limit.class);
        for (Limit limit : Limit.values()) {
            double part = switch (limit) {
                case OUTBOX_BACKLOG -> (double) load.outboxBacklog() / outboxBacklog;
                case OUTBOX_AGE -> (double) load.outboxAge().toMillis() / outboxAge.toMillis();
                case OPEN_ORDERS -> (double) load.openOrders() / openOrders;
            };
            if (part > 1 || part >= RELIEF && before.contains(limit)) {
                exceeded.add(limit);
            }
        }
        return exceeded;
    }
}
