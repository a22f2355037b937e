package io.orderflow.tidy.reactions;

import io.orderflow.events.InventoryUpdated;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.Reactions;
import io.orderflow.tidy.gateways.Parcels;

@Reactions
public class ParcelReactions {
    private final Parcels parcels;

    public ParcelReactions(Parcels parcels) {
        this.parcels = parcels;
    }

    @ReactTo
    void inventoryUpdated(InventoryUpdated fact) {
        parcels.next();
    }
}
