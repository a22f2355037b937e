package io.orderflow.order.api;

import io.orderflow.order.domain.Cancellation;
import io.orderflow.order.domain.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A request to cancel an order: who asked first, and what became of it.
record CancellationView(Instant requestedAt, String reason, Cancellation.Outcome outcome) {
    /// The order's; null if nobody asked.
    static @Nullable CancellationView of(Order order) {
        @Nullable Cancellation asked = order.course().cancellation();
        return asked == null
                ? null
                : new CancellationView(
                        asked.requestedAt(),
                        asked.requestedBecause(),
                        order.course().outcomeOfCancellation());
    }
}
