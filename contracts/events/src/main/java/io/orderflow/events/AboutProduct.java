package io.orderflow.events;

/// A fact in the life of one product of the catalogue.
public sealed interface AboutProduct extends Fact permits ProductListed, ProductPriceUpdated, InventoryReplenished {
    /// The product's stock-keeping unit.
    String sku();

    @Override
    default String subject() {
        return sku();
    }
}
