package io.orderflow.usual.shipping;

import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderShipped;
import io.orderflow.usual.Rabbit;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Books a carrier who answers at once.
@Service
public class ShippingService {
    private static final String CARRIER = "Simulated Carrier";

    private final ShipmentRepository shipments;
    private final Rabbit.Publisher publisher;

    ShippingService(ShipmentRepository shipments, Rabbit.Publisher publisher) {
        this.shipments = shipments;
        this.publisher = publisher;
    }

    /// Notes where an order goes.
    @Transactional
    public void note(OrderCreated event) {
        shipments.save(new Shipment(event.orderId(), event.shipTo()));
    }

    /// Ships it.
    @Transactional
    public void ship(InventoryUpdated event) {
        String trackingNumber = "SIM" + UUID.randomUUID();
        shipments.findByOrderId(event.orderId()).orElseThrow().ship(trackingNumber);
        publisher.publish(new OrderShipped(event.orderId(), Instant.now(), CARRIER, trackingNumber));
    }

    /// Notes that it has arrived.
    @Transactional
    public void deliver(UUID orderId) {
        String trackingNumber = shipments.findByOrderId(orderId).orElseThrow().deliver();
        publisher.publish(new OrderDelivered(orderId, Instant.now(), CARRIER, trackingNumber));
    }
}
