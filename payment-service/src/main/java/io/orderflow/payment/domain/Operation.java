package io.orderflow.payment.domain;

import io.orderflow.events.Money;
import java.util.UUID;

/// One movement of money that the provider is asked for.
public sealed interface Operation {
    /// The order that it is for.
    UUID orderId();

    /// How much.
    Money amount();

    /// The idempotency key: the same for every try of the same operation, for ever.
    UUID key();

    /// Capture an order's total from the customer's card.
    ///
    /// @param token the provider's token of the card
    record Charge(UUID orderId, Money amount, String token) implements Operation {
        @Override
        public UUID key() {
            return IdempotencyKey.of(orderId, "charge", 1);
        }
    }

    /// Give back all that was captured.
    ///
    /// @param chargeReference the provider's name for the charge
    /// @param sequence        1, and one more for each refusal: what the provider has refused under one key stays
    ///                        refused under it, and is asked for under the next
    record Refund(UUID orderId, Money amount, String chargeReference, int sequence) implements Operation {
        @Override
        public UUID key() {
            return IdempotencyKey.of(orderId, "refund", sequence);
        }
    }
}
