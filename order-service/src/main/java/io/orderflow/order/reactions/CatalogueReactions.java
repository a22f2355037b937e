package io.orderflow.order.reactions;

import io.orderflow.events.AboutProduct;
import io.orderflow.events.Fact;
import io.orderflow.events.InventoryReplenished;
import io.orderflow.events.ProductListed;
import io.orderflow.events.ProductPriceUpdated;
import io.orderflow.messaging.LockFirst;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.Reactions;
import io.orderflow.order.gateways.Products;
import java.util.List;

/// Keeps our copy of the catalogue.
@Reactions
class CatalogueReactions {
    private final Products products;

    CatalogueReactions(Products products) {
        this.products = products;
    }

    @LockFirst
    void lock(List<? extends Fact> batch) {
        products.lock(batch.stream()
                .map(AboutProduct.class::cast)
                .map(AboutProduct::sku)
                .toList());
    }

    @ReactTo
    void listed(ProductListed fact) {
        var product = products.of(fact.sku());
        product.list(fact.version(), fact.name(), fact.price());
        product.count(fact.onHand(), fact.occurredAt());
    }

    @ReactTo
    void changed(ProductPriceUpdated fact) {
        products.of(fact.sku()).list(fact.version(), fact.name(), fact.price());
    }

    @ReactTo
    void replenished(InventoryReplenished fact) {
        products.of(fact.sku()).count(fact.onHand(), fact.occurredAt());
    }
}
