package io.orderflow.inventory.reactions;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.Fact;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import io.orderflow.inventory.domain.Deduction;
import io.orderflow.inventory.domain.Touched;
import io.orderflow.inventory.gateways.Deductions;
import io.orderflow.inventory.gateways.Products;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.LockFirst;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.Reactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Deducts what is ordered and paid for, and puts it back when it will not be shipped.
@Reactions
class OrderReactions {
    private final Deductions deductions;
    private final Products products;
    private final Events events;
    private final Clock clock;

    OrderReactions(Deductions deductions, Products products, Events events, Clock clock) {
        this.deductions = deductions;
        this.products = products;
        this.events = events;
        this.clock = clock;
    }

    /// The orders first, then the products that they move: everyone locks in this order.
    @LockFirst
    void lock(List<? extends Fact> batch) {
        Set<UUID> orders = batch.stream()
                .map(AboutOrder.class::cast)
                .map(AboutOrder::orderId)
                .collect(Collectors.toSet());
        List<Deduction> locked = deductions.lock(orders);
        products.lock(Touched.skus(locked, batch));
    }

    @ReactTo
    void orderCreated(OrderCreated fact) {
        events.say(deductions.of(fact.orderId()).hear(fact, products, now()));
    }

    @ReactTo
    void paymentProcessed(PaymentProcessed fact) {
        events.say(deductions.of(fact.orderId()).hear(fact, products, now()));
    }

    @ReactTo
    void shippingFailed(ShippingFailed fact) {
        events.say(deductions.of(fact.orderId()).hear(fact, products, now()));
    }

    @ReactTo
    void shippingCancelled(ShippingCancelled fact) {
        events.say(deductions.of(fact.orderId()).hear(fact, products, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
