package io.orderflow.shipping.domain;

import io.orderflow.events.Address;
import io.orderflow.events.Customer;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.Money;
import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderLine;
import io.orderflow.events.PaymentMethod;
import io.orderflow.events.StockLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Shipments and facts to begin a claim with.
public final class ShipmentFixtures {
    public static final UUID ORDER = UUID.fromString("0198c5a1-0000-7000-8000-000000000001");
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    public static final Address LONDON =
            new Address("Ada Lovelace", "12 St James's Square", "London", "SW1Y 4JH", "GB");

    private ShipmentFixtures() {}

    static OrderCreated orderCreated() {
        return orderCreated(ORDER, LONDON);
    }

    public static OrderCreated orderCreated(UUID orderId, Address shipTo) {
        return new OrderCreated(
                orderId,
                NOW,
                new Customer("Ada Lovelace", "ada@example.org"),
                shipTo,
                new PaymentMethod("tok_approved"),
                List.of(new OrderLine("MUG-BLUE", 2, new Money("EUR", new BigDecimal("12.90")))),
                new Money("EUR", new BigDecimal("25.80")));
    }

    static InventoryUpdated inventoryUpdated() {
        return inventoryUpdated(ORDER);
    }

    public static InventoryUpdated inventoryUpdated(UUID orderId) {
        return new InventoryUpdated(orderId, NOW, List.of(new StockLine("MUG-BLUE", 2)));
    }

    static OrderCancellationRequested cancellationRequested() {
        return cancellationRequested(ORDER);
    }

    public static OrderCancellationRequested cancellationRequested(UUID orderId) {
        return new OrderCancellationRequested(orderId, NOW, "requested-by-customer");
    }

    static Shipment aShippedShipment() {
        var shipment = aBookingShipment();
        shipment.conclude(new Outcome.Booked("Carrier", "T1"), NOW);
        return shipment;
    }

    static Shipment aBookingShipment() {
        var shipment = new Shipment(ORDER);
        shipment.hear(orderCreated(), "cause", NOW);
        shipment.hear(inventoryUpdated(), "cause", NOW);
        return shipment;
    }
}
