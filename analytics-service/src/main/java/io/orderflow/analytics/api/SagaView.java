package io.orderflow.analytics.api;

import io.orderflow.analytics.gateways.Saga;
import io.orderflow.analytics.gateways.SagaStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One order as the operator reads it: where it is, when it came there, and what it waits for.
///
/// @param refundOpenSince when the refund was given up for which a person must act; null where there is none
record SagaView(
        UUID orderId,
        SagaStatus status,
        @Nullable Amount total,
        @Nullable String failureReason,
        @Nullable String cancellationReason,
        @Nullable Instant refundOpenSince,
        Times times,
        Last last,
        List<Awaited> awaits) {
    static SagaView of(Saga saga) {
        return new SagaView(
                saga.orderId(),
                saga.status(),
                Amount.of(saga.currency(), saga.total()),
                saga.failureReason(),
                saga.cancellationReason(),
                saga.refundOpenSince(),
                Times.of(saga),
                new Last(saga.lastFact(), saga.lastAt()),
                saga.awaits().stream().map(Awaited::of).toList());
    }

    /// Money; the amount is a decimal string.
    record Amount(String currency, String amount) {
        static @Nullable Amount of(@Nullable String currency, @Nullable BigDecimal amount) {
            return currency == null || amount == null ? null : new Amount(currency, amount.toPlainString());
        }
    }

    /// When each step was made; null while it was not.
    record Times(
            @Nullable Instant placed,
            @Nullable Instant paid,
            @Nullable Instant deducted,
            @Nullable Instant shipped,
            @Nullable Instant delivered,
            @Nullable Instant cancellationRequested,
            @Nullable Instant ended) {
        static Times of(Saga saga) {
            return new Times(
                    saga.placedAt(),
                    saga.paidAt(),
                    saga.deductedAt(),
                    saga.shippedAt(),
                    saga.deliveredAt(),
                    saga.cancellationRequestedAt(),
                    saga.endedAt());
        }
    }

    /// What happened last.
    record Last(String type, Instant occurredAt) {}
}
