package io.orderflow.faults.load;

/// A line of an order.
public record Line(String sku, int quantity) {}
