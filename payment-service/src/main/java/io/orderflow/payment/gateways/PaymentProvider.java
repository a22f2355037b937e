package io.orderflow.payment.gateways;

import io.orderflow.payment.domain.Operation;
import io.orderflow.payment.domain.Outcome;
import java.util.Optional;
import java.util.UUID;

/// Whoever moves the money. Every call carries the operation's idempotency key, and a provider does one key's
/// operation at most once.
public interface PaymentProvider {
    /// Captures the amount from the card.
    ///
    /// @throws OutcomeUnknown when no answer came, or one that does not tell: ask again with the same key
    Outcome.OfCharge charge(Operation.Charge charge) throws OutcomeUnknown;

    /// Gives the captured amount back, or refuses to: a refusal stands for ever under this key, and proves that nothing
    /// went back under it.
    ///
    /// @throws OutcomeUnknown as [#charge] does
    Outcome.OfRefund refund(Operation.Refund refund) throws OutcomeUnknown;

    /// What came of an earlier try; empty when the provider has decided nothing under this key.
    ///
    /// @throws OutcomeUnknown as [#charge] does
    Optional<Outcome> find(UUID key) throws OutcomeUnknown;
}
