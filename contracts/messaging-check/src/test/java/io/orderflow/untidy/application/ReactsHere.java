package io.orderflow.untidy.application;

import io.orderflow.events.InventoryUpdated;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.Reactions;

@Reactions
public class ReactsHere {
    @ReactTo
    void inventoryUpdated(InventoryUpdated fact) {}
}
