package io.orderflow.payment.domain;

import java.time.Duration;

/// What came of an operation, once it is certain.
public sealed interface Outcome {
    /// What the provider answers to a charge.
    sealed interface OfCharge extends Outcome {}

    /// What the provider answers to a refund.
    sealed interface OfRefund extends Outcome {}

    /// The money is captured.
    ///
    /// @param reference the provider's name for the charge
    record Captured(String reference) implements OfCharge {}

    /// The provider will not charge this card.
    ///
    /// @param reason why, in kebab-case, as `PaymentFailed` says it
    record Declined(String reason) implements OfCharge {}

    /// The provider is busy and says that it has done nothing. Good for the first try only: after an earlier one of
    /// which nothing is known, it proves nothing.
    ///
    /// @param retryAfter for how long it wants to be left alone
    record NotYet(Duration retryAfter) implements OfCharge {}

    /// The charge was called off before the provider was asked for it the first time: no money moved.
    record NeverAsked() implements Outcome {}

    /// The money is back with the customer.
    ///
    /// @param reference the provider's name for the refund
    record Refunded(String reference) implements OfRefund {}

    /// The provider will not give the money back under this key: the proof that it did not, and never will.
    ///
    /// @param reason why, in kebab-case, as `PaymentRefundFailed` says it
    record RefundRefused(String reason) implements OfRefund {}

    /// The tries are used up, and whether the money went back is not known.
    ///
    /// @param reason why, in kebab-case, as `PaymentRefundFailed` says it
    record RefundFailed(String reason) implements Outcome {}
}
