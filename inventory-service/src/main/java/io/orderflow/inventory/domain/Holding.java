package io.orderflow.inventory.domain;

/// Where the pieces of one product are: what it was listed with and what came since is on hand or held by orders.
///
/// @param sku         which product
/// @param listed      how many pieces there were when it was listed
/// @param replenished how many came since
/// @param onHand      how many there are
/// @param held        how many are deducted for orders and not put back
public record Holding(String sku, long listed, long replenished, long onHand, long held) {}
