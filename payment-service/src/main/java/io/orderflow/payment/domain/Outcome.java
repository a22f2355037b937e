package io.orderflow.payment.domain;

/// What came of an operation, once the provider's answer is known.
public sealed interface Outcome {
    /// What came of a charge.
    sealed interface OfCharge extends Outcome {}

    /// The money is captured.
    ///
    /// @param reference the provider's name for the charge
    record Captured(String reference) implements OfCharge {}

    /// The provider will not charge this card.
    ///
    /// @param reason why, in kebab-case, as `PaymentFailed` says it
    record Declined(String reason) implements OfCharge {}

    /// The money is back with the customer.
    ///
    /// @param reference the provider's name for the refund
    record Refunded(String reference) implements Outcome {}
}
