package io.orderflow.events;

/// What the inventory service says: about orders, and about the catalogue and its stock.
@SaidBy("inventory")
public sealed interface InventoryFact extends Fact
        permits InventoryUpdated,
                InventoryUpdateFailed,
                InventoryReleased,
                ProductListed,
                ProductPriceUpdated,
                InventoryReplenished {}
