package io.orderflow.payment.gateways.simulator;

import io.orderflow.events.Money;
import io.orderflow.payment.domain.Outcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the provider decided under one key, for ever.
///
/// @param key       the idempotency key
/// @param orderId   the order that the caller named
/// @param kind      what it is
/// @param amount    how much
/// @param reference the provider's name for it
/// @param reason    why it was declined or refused; null otherwise
public record LedgerEntry(
        UUID key,
        UUID orderId,
        Kind kind,
        Money amount,
        String reference,
        @Nullable String reason) {
    /// What an entry of the ledger is.
    public enum Kind {
        CAPTURE,
        DECLINE,
        REFUND,
        REFUND_REFUSED
    }

    Outcome outcome() {
        return switch (kind) {
            case CAPTURE -> new Outcome.Captured(reference);
            case DECLINE -> new Outcome.Declined(reason == null ? "card-declined" : reason);
            case REFUND -> new Outcome.Refunded(reference);
            case REFUND_REFUSED -> new Outcome.RefundRefused(reason == null ? "refused" : reason);
        };
    }
}
