package io.orderflow.sample.reactions;

import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.Reactions;
import java.util.List;

@Reactions
class SampleReactions {
    private final Events events;

    SampleReactions(Events events) {
        this.events = events;
    }

    @ReactTo
    void paymentProcessed(PaymentProcessed fact) {
        events.say(new InventoryUpdated(fact.orderId(), fact.occurredAt(), List.of()));
    }
}
