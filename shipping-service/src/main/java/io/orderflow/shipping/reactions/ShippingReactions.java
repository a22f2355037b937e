package io.orderflow.shipping.reactions;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.Fact;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderCreated;
import io.orderflow.messaging.Envelope;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.LockFirst;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.Reactions;
import io.orderflow.shipping.gateways.Shipments;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Notes the address, the goods, and the wish not to ship. The carrier is not asked here; [AskingCarriers] does.
@Reactions
class ShippingReactions {
    private final Shipments shipments;
    private final Events events;
    private final Clock clock;

    ShippingReactions(Shipments shipments, Events events, Clock clock) {
        this.shipments = shipments;
        this.events = events;
        this.clock = clock;
    }

    @LockFirst
    void lock(List<? extends Fact> batch) {
        shipments.lock(batch.stream()
                .filter(AboutOrder.class::isInstance)
                .map(fact -> ((AboutOrder) fact).orderId())
                .toList());
    }

    @ReactTo
    void orderCreated(OrderCreated fact, Envelope envelope) {
        events.say(shipments.of(fact.orderId()).hear(fact, envelope.asCause(), now()));
    }

    @ReactTo
    void inventoryUpdated(InventoryUpdated fact, Envelope envelope) {
        shipments.of(fact.orderId()).hear(fact, envelope.asCause(), now());
    }

    @ReactTo
    void cancellationRequested(OrderCancellationRequested fact, Envelope envelope) {
        events.say(shipments.of(fact.orderId()).hear(fact, envelope.asCause(), now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
