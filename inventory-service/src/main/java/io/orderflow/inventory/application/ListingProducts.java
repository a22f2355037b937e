package io.orderflow.inventory.application;

import io.orderflow.events.Money;
import io.orderflow.inventory.domain.Product;
import io.orderflow.inventory.gateways.Products;
import io.orderflow.messaging.Events;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The operator puts a product into the catalogue, or changes what it is called and what it costs.
@Service
public class ListingProducts {
    private final Products products;
    private final Events events;
    private final Clock clock;

    ListingProducts(Products products, Events events, Clock clock) {
        this.products = products;
        this.events = events;
        this.clock = clock;
    }

    /// Makes the product be offered like this; to say the same again changes nothing.
    ///
    /// @param onHand how many pieces there are when it is first listed, 0 where null
    /// @throws StockChangesByReplenishment if it is listed already, with another number of pieces
    @Transactional
    public Listing list(String sku, String name, Money price, @Nullable Integer onHand) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Product added = new Product(sku, name, price, onHand == null ? 0 : onHand);
        if (products.add(added)) {
            events.say(added.listed(now));
            return new Listing(added, true);
        }
        Product listed = products.product(sku).orElseThrow(() -> new UnknownProduct(sku));
        if (onHand != null && onHand != listed.listedOnHand()) {
            throw new StockChangesByReplenishment(sku, listed.listedOnHand());
        }
        listed.offerAs(name, price, now).ifPresent(events::say);
        return new Listing(listed, false);
    }

    /// What came of it.
    ///
    /// @param product as it is offered now
    /// @param first   true if it was not in the catalogue before
    public record Listing(Product product, boolean first) {}
}
