package io.orderflow.inventory.api;

import io.orderflow.inventory.domain.Product;

/// A product of the catalogue, as everyone sees it.
///
/// @param sku     which product
/// @param name    what people call it
/// @param price   the price of one piece
/// @param onHand  how many pieces there are
/// @param version one more with each new name or price
record ProductView(String sku, String name, Price price, long onHand, long version) {
    static ProductView of(Product product) {
        return new ProductView(
                product.sku(), product.name(), Price.of(product.price()), product.onHand(), product.version());
    }
}
