package io.orderflow.order.application;

import io.orderflow.messaging.Events;
import io.orderflow.order.domain.Cancellation;
import io.orderflow.order.domain.Order;
import io.orderflow.order.gateways.Orders;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asking that an order be cancelled: noted and said in one transaction, in which the order is locked.
@Service
@Transactional
public class CancellingOrders {
    private final Orders orders;
    private final Events events;
    private final Clock clock;

    CancellingOrders(Orders orders, Events events, Clock clock) {
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    /// How a request was answered, and the order as it is after it.
    public record Answered(Cancellation.Answer answer, Order order) {}

    /// Asks for whoever holds the order's token.
    ///
    /// @param token what the asker holds; null for nothing, and then no order is found
    public Optional<Answered> ask(UUID orderId, @Nullable String token) {
        return orders.findAndLock(orderId)
                .filter(order -> order.opensTo(token))
                .map(order -> ask(order, Cancellation.BY_CUSTOMER));
    }

    /// Asks for the operator.
    public Optional<Answered> ask(UUID orderId) {
        return orders.findAndLock(orderId).map(order -> ask(order, Cancellation.BY_OPERATOR));
    }

    private Answered ask(Order order, String why) {
        Cancellation.Answer answer =
                order.requestCancellation(why, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (answer == Cancellation.Answer.ASKED) {
            order.cancellationRequested().ifPresent(request -> {
                orders.note(order, request);
                events.say(request);
            });
        }
        return new Answered(answer, order);
    }
}
