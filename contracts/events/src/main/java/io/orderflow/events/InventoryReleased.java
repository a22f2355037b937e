package io.orderflow.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What was deducted for an order is back in stock; or nothing was held, and nothing ever will be.
///
/// @param orderId    the order
/// @param occurredAt when it was put back
/// @param lines      what was put back, by SKU; empty where nothing was held
@RoutingKey("v1.inventory.released")
public record InventoryReleased(UUID orderId, Instant occurredAt, List<StockLine> lines)
        implements InventoryFact, AboutOrder {
    /// Copies the lists, so that a fact stays as it was said.
    public InventoryReleased {
        lines = List.copyOf(lines);
    }
}
