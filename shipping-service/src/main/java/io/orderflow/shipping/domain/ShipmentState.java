package io.orderflow.shipping.domain;

/// How far an order's shipment has come.
public enum ShipmentState {
    /// The address or the goods are still missing.
    AWAITING,
    /// A booking is open: the carrier's answer is not known.
    BOOKING,
    /// Handed to the carrier.
    SHIPPED,
    /// Handed over by the carrier.
    DELIVERED,
    /// No carrier takes it, and none will.
    FAILED,
    /// Called off in time: it will never be shipped.
    CANCELLED
}
