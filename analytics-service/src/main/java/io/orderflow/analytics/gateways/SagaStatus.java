package io.orderflow.analytics.gateways;

/// Where an order is, as its facts tell.
public enum SagaStatus {
    /// Placed; nothing else is known.
    PENDING,
    /// The money is captured.
    PAID,
    /// The goods are deducted.
    CONFIRMED,
    /// Handed to the carrier: the good end.
    SHIPPED,
    /// Something failed, and what was done is being undone.
    COMPENSATING,
    /// Undone: the other end.
    FAILED
}
