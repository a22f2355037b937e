package io.orderflow.notification.reactions;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.Customer;
import io.orderflow.events.Fact;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderCancelled;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.ShippingFailed;
import io.orderflow.messaging.Envelope;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.LockFirst;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.Reactions;
import io.orderflow.notification.domain.Correspondence;
import io.orderflow.notification.domain.Recipient;
import io.orderflow.notification.domain.Telling;
import io.orderflow.notification.gateways.Correspondences;
import io.orderflow.notification.gateways.Letters;
import io.orderflow.notification.gateways.Notifications;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Writes a message about each event that concerns a customer, once.
@Reactions
class WritingToCustomers {
    private final Correspondences correspondences;
    private final Notifications notifications;
    private final Letters letters;
    private final Clock clock;

    WritingToCustomers(Correspondences correspondences, Notifications notifications, Letters letters, Clock clock) {
        this.correspondences = correspondences;
        this.notifications = notifications;
        this.letters = letters;
        this.clock = clock;
    }

    @LockFirst
    void lock(List<? extends Fact> batch) {
        correspondences.lock(batch.stream()
                .map(AboutOrder.class::cast)
                .map(AboutOrder::orderId)
                .collect(Collectors.<UUID>toSet()));
    }

    @ReactTo
    void orderCreated(OrderCreated fact, Envelope envelope) {
        Correspondence correspondence = correspondences.of(fact.orderId());
        Customer customer = fact.customer();
        var recipient = new Recipient(customer.name(), customer.email());
        if (correspondence.meet(recipient) && correspondence.hasBegun()) {
            notifications.waiting(fact.orderId()).forEach(waiting -> waiting.addressTo(recipient, now()));
        }
        tell(fact, envelope);
    }

    @ReactTo
    void paymentProcessed(PaymentProcessed fact, Envelope envelope) {
        tell(fact, envelope);
    }

    @ReactTo
    void paymentFailed(PaymentFailed fact, Envelope envelope) {
        tell(fact, envelope);
    }

    @ReactTo
    void inventoryUpdateFailed(InventoryUpdateFailed fact, Envelope envelope) {
        tell(fact, envelope);
    }

    @ReactTo
    void orderShipped(OrderShipped fact, Envelope envelope) {
        tell(fact, envelope);
    }

    @ReactTo
    void shippingFailed(ShippingFailed fact, Envelope envelope) {
        tell(fact, envelope);
    }

    @ReactTo
    void paymentRefunded(PaymentRefunded fact, Envelope envelope) {
        tell(fact, envelope);
    }

    @ReactTo
    void orderFailed(OrderFailed fact, Envelope envelope) {
        tell(fact, envelope);
    }

    @ReactTo
    void orderDelivered(OrderDelivered fact, Envelope envelope) {
        tell(fact, envelope);
    }

    @ReactTo
    void orderCancellationRequested(OrderCancellationRequested fact, Envelope envelope) {
        tell(fact, envelope);
    }

    @ReactTo
    void orderCancelled(OrderCancelled fact, Envelope envelope) {
        tell(fact, envelope);
    }

    private void tell(AboutOrder fact, Envelope envelope) {
        Correspondence correspondence = correspondences.of(fact.orderId());
        for (Telling telling : correspondence.hear(fact)) {
            notifications.add(correspondence.write(
                    Ids.next(), letters.write(telling), telling.occurredAt(), envelope.asCause(), now()));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
