package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// Goods came in.
///
/// @param sku             which product
/// @param occurredAt      when they were booked in
/// @param replenishmentId which delivery, unique for ever
/// @param quantity        how many pieces came, at least 1
/// @param onHand          how many there were after that
@RoutingKey("v1.inventory.replenished")
public record InventoryReplenished(String sku, Instant occurredAt, UUID replenishmentId, int quantity, int onHand)
        implements InventoryFact, AboutProduct {}
