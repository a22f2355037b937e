package io.orderflow.events;

import java.time.Instant;

/// A product entered the catalogue.
///
/// @param sku        which product
/// @param occurredAt when it was listed
/// @param version    the product's version, 1 here and one more with each change: the higher one holds, whichever
///                   came first
/// @param name       what people call it
/// @param price      the price of one piece
/// @param onHand     how many pieces there were to begin with
@RoutingKey("v1.product.listed")
public record ProductListed(String sku, Instant occurredAt, long version, String name, Money price, int onHand)
        implements InventoryFact, AboutProduct {}
