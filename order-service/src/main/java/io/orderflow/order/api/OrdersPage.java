package io.orderflow.order.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderflow.order.domain.Order;
import io.orderflow.order.domain.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of orders, newest first.
///
/// @param next the cursor of the page after this one; absent on the last
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrdersPage(List<Entry> orders, @Nullable String next) {
    /// An order in the list.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(UUID orderId, OrderStatus status, @Nullable String reason, Amount total, Instant placedAt) {
        static Entry of(Order order) {
            return new Entry(
                    order.orderId(), order.status(), order.reason(), Amount.of(order.total()), order.placedAt());
        }
    }
}
