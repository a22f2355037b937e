package io.orderflow.order.domain;

/// Something that is owed. An order has not ended without delivery while one is open.
public enum Obligation {
    /// Shipping has to say whether it still ships: somebody asked to cancel.
    DECISION,
    /// Payment has to give the money back, or to say that it holds none.
    REFUND,
    /// Inventory has to put the goods back, or to say that it holds none.
    RELEASE
}
