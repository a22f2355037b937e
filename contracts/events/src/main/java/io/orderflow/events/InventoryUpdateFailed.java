package io.orderflow.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A line of a paid order is short or unknown, so nothing was deducted, and nothing will be.
///
/// @param orderId    the order
/// @param occurredAt when it was decided
/// @param reason     why, in kebab-case: `out-of-stock` or `unknown-product`
/// @param shortages  the lines that stood in the way, by SKU, at least one
@RoutingKey("v1.inventory.update-failed")
public record InventoryUpdateFailed(UUID orderId, Instant occurredAt, String reason, List<Shortage> shortages)
        implements InventoryFact, AboutOrder {
    /// Copies the lists, so that a fact stays as it was said.
    public InventoryUpdateFailed {
        shortages = List.copyOf(shortages);
    }
}
