package io.orderflow.order.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderflow.events.OrderLine;
import io.orderflow.order.application.LookingUpOrders;
import io.orderflow.order.domain.Obligation;
import io.orderflow.order.domain.Order;
import io.orderflow.order.domain.OrderStatus;
import io.orderflow.order.domain.TimelineEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order as it is shown: where it stands, what is still owed, and what happened, in the order in which it
/// happened.
///
/// @param deadline     until when it is waited for; absent where that does not matter any more
/// @param cancellation the first request to cancel it; absent if nobody asked
/// @param needsPerson  true while money has to go back and the provider does not do it
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderView(
        UUID orderId,
        OrderStatus status,
        @Nullable String reason,
        Amount total,
        List<Line> lines,
        Instant placedAt,
        @Nullable Instant deadline,
        @Nullable CancellationView cancellation,
        List<Obligation> owed,
        boolean needsPerson,
        List<Entry> timeline) {
    /// One line, at the price that it was ordered at.
    record Line(String sku, int quantity, Amount unitPrice) {
        static Line of(OrderLine line) {
            return new Line(line.sku(), line.quantity(), Amount.of(line.unitPrice()));
        }
    }

    /// One thing that happened.
    record Entry(int number, String type, String saidBy, Instant occurredAt, String sentence) {
        static Entry of(TimelineEntry entry) {
            return new Entry(entry.number(), entry.type(), entry.saidBy(), entry.occurredAt(), entry.sentence());
        }
    }

    static OrderView of(LookingUpOrders.Found found) {
        Order order = found.order();
        return new OrderView(
                order.orderId(),
                order.status(),
                order.reason(),
                Amount.of(order.total()),
                order.lines().stream().map(Line::of).toList(),
                order.placedAt(),
                order.deadline(),
                CancellationView.of(order),
                order.owed().stream().sorted().toList(),
                order.course().needsPerson(),
                found.timeline().stream()
                        .map(Entry::of)
                        .sorted(Comparator.comparing(Entry::occurredAt).thenComparing(Entry::number))
                        .toList());
    }
}
