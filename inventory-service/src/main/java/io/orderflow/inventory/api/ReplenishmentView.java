package io.orderflow.inventory.api;

import io.orderflow.inventory.domain.Replenishment;
import java.util.UUID;

/// A delivery that was booked in, as the operator sees it.
///
/// @param replenishmentId which delivery
/// @param sku             which product
/// @param quantity        how many pieces came
/// @param onHand          how many there were after that
record ReplenishmentView(UUID replenishmentId, String sku, int quantity, long onHand) {
    static ReplenishmentView of(Replenishment delivery) {
        return new ReplenishmentView(delivery.id(), delivery.sku(), delivery.quantity(), delivery.onHand());
    }
}
