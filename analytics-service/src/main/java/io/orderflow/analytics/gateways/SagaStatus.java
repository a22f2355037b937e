package io.orderflow.analytics.gateways;

/// Where an order is, as its facts tell.
public enum SagaStatus {
    /// Placed; nothing else is known.
    PENDING,
    /// The money is captured.
    PAID,
    /// The goods are deducted.
    CONFIRMED,
    /// Handed to the carrier: from here on nothing is undone.
    SHIPPED,
    /// Handed over to its recipient: the good end.
    DELIVERED,
    /// Something failed, or shipping cancelled, and what was done is being undone.
    COMPENSATING,
    /// It failed, and all of it is undone.
    FAILED,
    /// Somebody did not want it any more, and all of it is undone.
    CANCELLED
}
