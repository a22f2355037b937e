package io.orderflow.order.domain;

/// Something that is owed because an order failed. An order has not ended while one is open.
public enum Obligation {
    /// Money has to go back to the customer.
    REFUND,
    /// Goods have to go back into stock.
    RELEASE
}
