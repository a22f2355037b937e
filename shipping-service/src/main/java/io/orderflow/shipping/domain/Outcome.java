package io.orderflow.shipping.domain;

/// What came of a booking, once the carrier's answer is known.
public sealed interface Outcome {
    /// The carrier took it.
    ///
    /// @param carrier        who carries it
    /// @param trackingNumber the carrier's number to follow it by
    record Booked(String carrier, String trackingNumber) implements Outcome {}

    /// The carrier will not take it.
    ///
    /// @param reason why, in kebab-case, as `ShippingFailed` says it
    record Refused(String reason) implements Outcome {}
}
