package io.orderflow.order.reactions;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.Fact;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderFact;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.PaymentVoided;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.LockFirst;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.Reactions;
import io.orderflow.order.domain.Order;
import io.orderflow.order.gateways.Orders;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        hear(fact);
    }

    @ReactTo
    void paymentFailed(PaymentFailed fact) {
        hear(fact);
    }

    @ReactTo
    void voided(PaymentVoided fact) {
        hear(fact);
    }

    @ReactTo
    void refunded(PaymentRefunded fact) {
        hear(fact);
    }

    @ReactTo
    void refundFailed(PaymentRefundFailed fact) {
        hear(fact);
    }

    @ReactTo
    void deducted(InventoryUpdated fact) {
        hear(fact);
    }

    @ReactTo
    void deductionFailed(InventoryUpdateFailed fact) {
        hear(fact);
    }

    @ReactTo
    void released(InventoryReleased fact) {
        hear(fact);
    }

    @ReactTo
    void shipped(OrderShipped fact) {
        hear(fact);
    }

    @ReactTo
    void delivered(OrderDelivered fact) {
        hear(fact);
    }

    @ReactTo
    void shippingFailed(ShippingFailed fact) {
        hear(fact);
    }

    @ReactTo
    void shippingCancelled(ShippingCancelled fact) {
        hear(fact);
    }

    private void hear(AboutOrder fact) {
        Order order = orders.find(fact.orderId())
                .orElseThrow(() -> new IllegalStateException("there is no order " + fact.orderId()));
        if (order.hasHeard(fact)) {
            return;
        }
        orders.note(order, fact);
        boolean shipped = order.status().isShipped();
        List<OrderFact> end = order.hear(fact, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!shipped && order.status().isShipped()) {
            orders.noteTooLate(order, fact.occurredAt());
        }
        end.forEach(said -> orders.note(order, (AboutOrder) said));
        events.say(end);
    }
}
