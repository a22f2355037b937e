package io.orderflow.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Every line of a paid order is deducted from the stock.
///
/// @param orderId    the order
/// @param occurredAt when it was deducted
/// @param lines      what was deducted, all lines of the order, by SKU
@RoutingKey("v1.inventory.updated")
public record InventoryUpdated(UUID orderId, Instant occurredAt, List<StockLine> lines)
        implements InventoryFact, AboutOrder {
    /// Copies the lists, so that a fact stays as it was said.
    public InventoryUpdated {
        lines = List.copyOf(lines);
    }
}
