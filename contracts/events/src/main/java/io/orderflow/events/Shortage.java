package io.orderflow.events;

/// Why a line of an order could not be deducted.
///
/// @param sku       which product
/// @param requested how many pieces the order wants
/// @param available how many there were; 0 where the product is unknown
public record Shortage(String sku, int requested, int available) {}
