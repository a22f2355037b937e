package io.orderflow.events;

/// One line of an order, at the price that the order service found in its price list.
///
/// @param sku       which product
/// @param quantity  how many pieces, 1 to 1000
/// @param unitPrice the price of one piece
public record OrderLine(String sku, int quantity, Money unitPrice) {}
