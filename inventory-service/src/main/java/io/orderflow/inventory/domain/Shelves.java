package io.orderflow.inventory.domain;

import java.util.Optional;

/// Where the goods are: finds a product that may be taken from or put back to.
@FunctionalInterface
public interface Shelves {
    /// The product of this SKU, held so that nobody else changes its stock; empty where there is none.
    Optional<Product> product(String sku);
}
