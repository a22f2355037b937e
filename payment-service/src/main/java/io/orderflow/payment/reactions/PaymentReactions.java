package io.orderflow.payment.reactions;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.Fact;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import io.orderflow.messaging.Envelope;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.LockFirst;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.Reactions;
import io.orderflow.payment.gateways.Payments;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Notes what is to be charged and what is to be given back. The provider is not asked here; [MovingMoney]
/// does.
@Reactions
class PaymentReactions {
    private final Payments payments;
    private final Events events;
    private final Clock clock;

    PaymentReactions(Payments payments, Events events, Clock clock) {
        this.payments = payments;
        this.events = events;
        this.clock = clock;
    }

    @LockFirst
    void lock(List<? extends Fact> batch) {
        payments.beginAndLock(batch.stream()
                .filter(AboutOrder.class::isInstance)
                .map(fact -> ((AboutOrder) fact).orderId())
                .toList());
    }

    @ReactTo
    void orderCreated(OrderCreated fact, Envelope envelope) {
        events.say(payments.of(fact.orderId()).hear(fact, envelope.asCause(), now()));
    }

    @ReactTo
    void inventoryUpdateFailed(InventoryUpdateFailed fact, Envelope envelope) {
        events.say(payments.of(fact.orderId()).hear(fact, envelope.asCause(), now()));
    }

    @ReactTo
    void shippingFailed(ShippingFailed fact, Envelope envelope) {
        events.say(payments.of(fact.orderId()).hear(fact, envelope.asCause(), now()));
    }

    @ReactTo
    void shippingCancelled(ShippingCancelled fact, Envelope envelope) {
        events.say(payments.of(fact.orderId()).hear(fact, envelope.asCause(), now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
