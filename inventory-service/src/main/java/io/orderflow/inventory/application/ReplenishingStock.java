package io.orderflow.inventory.application;

import io.orderflow.events.InventoryReplenished;
import io.orderflow.inventory.domain.Product;
import io.orderflow.inventory.domain.Replenishment;
import io.orderflow.inventory.gateways.Products;
import io.orderflow.inventory.gateways.Replenishments;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The operator books in goods that came.
@Service
public class ReplenishingStock {
    private final Products products;
    private final Replenishments replenishments;
    private final Events events;
    private final Clock clock;

    ReplenishingStock(Products products, Replenishments replenishments, Events events, Clock clock) {
        this.products = products;
        this.replenishments = replenishments;
        this.events = events;
        this.clock = clock;
    }

    /// Books a delivery in; asked again with the same key, answers with the first and books nothing.
    ///
    /// @throws UnknownProduct   if there is no such product
    /// @throws KeyUsedOtherwise if the key stands for another delivery
    @Transactional
    public Replenishment replenish(String sku, int quantity, @Nullable String key) {
        Product product = products.product(sku).orElseThrow(() -> new UnknownProduct(sku));
        Optional<Replenishment> earlier = key == null ? Optional.empty() : replenishments.under(key);
        if (earlier.isPresent()) {
            return earlier.filter(one -> one.sku().equals(sku) && one.quantity() == quantity)
                    .orElseThrow(KeyUsedOtherwise::new);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        InventoryReplenished fact = product.replenish(Ids.next(), quantity, now);
        var delivery = new Replenishment(fact.replenishmentId(), sku, quantity, fact.onHand());
        if (!replenishments.add(delivery, key, now)) {
            throw new KeyUsedOtherwise();
        }
        events.say(fact);
        return delivery;
    }
}
