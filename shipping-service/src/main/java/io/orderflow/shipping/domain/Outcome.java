package io.orderflow.shipping.domain;

import java.time.Instant;

/// What came of a [Task].
public sealed interface Outcome {
    /// The carrier's answer to a booking.
    sealed interface Answer extends Outcome {}

    /// What the carrier says about goods that it took.
    sealed interface Whereabouts extends Outcome {}

    /// The carrier took it.
    ///
    /// @param carrier        who carries it
    /// @param trackingNumber the carrier's number to follow it by
    record Booked(String carrier, String trackingNumber) implements Answer {}

    /// The carrier will not take it.
    ///
    /// @param reason why, in kebab-case, as `ShippingFailed` says it
    record Refused(String reason) implements Answer {}

    /// The booking was called off before the carrier was asked for the first time, and so it never will be.
    record NeverAsked() implements Outcome {}

    /// The carrier handed it over to its recipient.
    ///
    /// @param at when, by the carrier's word
    record Delivered(Instant at) implements Whereabouts {}

    /// The carrier still has it.
    record OnItsWay() implements Whereabouts {}
}
