package io.orderflow.events;

import java.time.Instant;

/// A product's price, or the name it is sold under, changed.
///
/// @param sku        which product
/// @param occurredAt when it changed
/// @param version    the product's version, one more with each change: the higher one holds, whichever came first
/// @param name       what people call it now
/// @param price      the price of one piece now
@RoutingKey("v1.product.price-updated")
public record ProductPriceUpdated(String sku, Instant occurredAt, long version, String name, Money price)
        implements InventoryFact, AboutProduct {}
