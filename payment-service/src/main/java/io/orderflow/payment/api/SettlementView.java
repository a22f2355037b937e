package io.orderflow.payment.api;

import io.orderflow.payment.domain.PaymentState;
import io.orderflow.payment.gateways.RefundAction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The answer to a settlement.
///
/// @param orderId         the order
/// @param state           of its payment, for ever
/// @param refundReference the reference that counts, as `PaymentRefunded` says it
/// @param settledBy       who gave the money back
/// @param detail          the same in one sentence
/// @param who             the log-in under which it was settled
/// @param settledAt       when
record SettlementView(
        UUID orderId,
        PaymentState state,
        @Nullable String refundReference,
        By settledBy,
        String detail,
        String who,
        Instant settledAt) {
    /// Who gives money back.
    enum By {
        PERSON("The refund is settled with the reference given."),
        PROVIDER("The provider had given the money back after all: the refund is settled with the provider's reference,"
                + " and the one given does not count.");

        private final String detail;

        By(String detail) {
            this.detail = detail;
        }
    }

    static SettlementView of(RefundAction settlement) {
        By by = settlement.foundReference() == null ? By.PERSON : By.PROVIDER;
        return new SettlementView(
                settlement.orderId(),
                PaymentState.REFUNDED,
                by == By.PERSON ? settlement.reference() : settlement.foundReference(),
                by,
                by.detail,
                settlement.who(),
                settlement.at());
    }
}
