package io.orderflow.events;

/// A number of pieces of one product.
///
/// @param sku      which product
/// @param quantity how many pieces, at least 1
public record StockLine(String sku, int quantity) {}
