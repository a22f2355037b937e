package io.orderflow.payment.gateways;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person did about a refund that failed.
///
/// @param orderId        the order
/// @param what           what was done
/// @param who            the log-in under which it was done
/// @param at             when
/// @param reference      how the person gave the money back; null for a retry
/// @param foundReference the provider's name for the refund, where it had made one after all; then this one counts
/// @param note           what the person wants to be remembered
public record RefundAction(
        UUID orderId,
        What what,
        String who,
        Instant at,
        @Nullable String reference,
        @Nullable String foundReference,
        @Nullable String note) {
    /// What can be done.
    public enum What {
        /// The provider is asked once more.
        RETRY,
        /// The money is back with the customer.
        SETTLEMENT
    }

    /// Somebody has the refund tried again.
    public static RefundAction retry(UUID orderId, String who, Instant at) {
        return new RefundAction(orderId, What.RETRY, who, at, null, null, null);
    }

    /// Somebody settles the refund.
    ///
    /// @param found the provider's name for the refund that it had made after all
    public static RefundAction settlement(
            UUID orderId, String who, Instant at, String reference, Optional<String> found, @Nullable String note) {
        return new RefundAction(orderId, What.SETTLEMENT, who, at, reference, found.orElse(null), note);
    }
}
