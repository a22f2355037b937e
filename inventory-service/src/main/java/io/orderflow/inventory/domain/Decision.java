package io.orderflow.inventory.domain;

/// What was decided about the goods of an order.
public enum Decision {
    /// Nothing yet: the lines or the payment are not known.
    WAITING,
    /// Every line is deducted from the stock.
    DEDUCTED,
    /// A line was short or unknown: nothing was deducted, and nothing will be.
    REFUSED,
    /// What was deducted is put back; or the order was called off before, and nothing will ever be deducted.
    RELEASED
}
