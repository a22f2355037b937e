package io.orderflow.shipping.application;

import io.orderflow.messaging.Events;
import io.orderflow.shipping.gateways.Shipments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A carrier tells that goods were delivered.
@Service
public class NotingDeliveries {
    private final Shipments shipments;
    private final Events events;

    NotingDeliveries(Shipments shipments, Events events) {
        this.shipments = shipments;
        this.events = events;
    }

    /// Notes the delivery and says so, once however often it is told.
    ///
    /// @return false when no shipment goes by this tracking number
    @Transactional
    public boolean delivered(String trackingNumber, Instant at) {
        Optional<UUID> order = shipments.orderTrackedBy(trackingNumber);
        order.ifPresent(orderId -> {
            shipments.lock(List.of(orderId));
            events.say(shipments.of(orderId).delivered(at));
        });
        return order.isPresent();
    }
}
