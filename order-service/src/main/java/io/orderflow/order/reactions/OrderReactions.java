package io.orderflow.order.reactions;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.ShippingFailed;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.LockFirst;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.Reactions;
import io.orderflow.order.domain.Happened;
import io.orderflow.order.domain.Order;
import io.orderflow.order.domain.Sentences;
import io.orderflow.order.domain.TimelineEntry;
import io.orderflow.order.gateways.Orders;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Folds what the others say into each order's status and timeline.
///
/// The orders were born here, so a fact about an order that is not here is an error; it climbs the ladder and is
/// parked.
@Reactions
class OrderReactions {
    private final Orders orders;
    private final Events events;
    private final Clock clock;

    OrderReactions(Orders orders, Events events, Clock clock) {
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    @LockFirst
    void lock(List<? extends Fact> batch) {
        orders.lock(batch.stream()
                .map(AboutOrder.class::cast)
                .map(AboutOrder::orderId)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ReactTo
    void paid(PaymentProcessed fact) {
        hear(fact, Happened.PAID, null, Sentences.of(fact));
    }

    @ReactTo
    void paymentFailed(PaymentFailed fact) {
        hear(fact, Happened.PAYMENT_FAILED, fact.reason(), Sentences.of(fact));
    }

    @ReactTo
    void refunded(PaymentRefunded fact) {
        hear(fact, Happened.REFUNDED, null, Sentences.of(fact));
    }

    @ReactTo
    void deducted(InventoryUpdated fact) {
        hear(fact, Happened.DEDUCTED, null, Sentences.of(fact));
    }

    @ReactTo
    void released(InventoryReleased fact) {
        hear(fact, Happened.RELEASED, null, Sentences.of(fact));
    }

    @ReactTo
    void shipped(OrderShipped fact) {
        hear(fact, Happened.SHIPPED, null, Sentences.of(fact));
    }

    @ReactTo
    void shippingFailed(ShippingFailed fact) {
        hear(fact, Happened.SHIPPING_FAILED, fact.reason(), Sentences.of(fact));
    }

    @ReactTo
    void deductionFailed(InventoryUpdateFailed fact) {
        hear(fact, Happened.DEDUCTION_FAILED, fact.reason(), Sentences.of(fact));
    }

    private void hear(AboutOrder fact, Happened what, @Nullable String why, String sentence) {
        Order order = orders.find(fact.orderId())
                .orElseThrow(() -> new IllegalStateException("there is no order " + fact.orderId()));
        if (order.hasHeard(what)) {
            return;
        }
        note(order, fact, sentence);
        Optional<OrderFailed> end = order.hear(what, why, notBefore(fact.occurredAt()));
        end.ifPresent(failed -> {
            note(order, failed, Sentences.of(failed));
            events.say(failed);
        });
    }

    /// The present; but no effect is told before its cause, even where the clocks of two services differ.
    private Instant notBefore(Instant cause) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(cause) ? cause : now;
    }

    private void note(Order order, AboutOrder fact, String sentence) {
        orders.add(new TimelineEntry(
                order.orderId(),
                order.nextEntry(),
                EventTypes.keyOf(fact.getClass()),
                EventTypes.sayerOf(fact.getClass()),
                fact.occurredAt(),
                sentence));
    }
}
