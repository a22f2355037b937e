package io.orderflow.analytics.gateways;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of one order.
///
/// @param orderId                 the order
/// @param status                  where it is
/// @param currency                the currency of its total; null while no amount was heard
/// @param total                   what the customer owes; null while the order itself was not heard
/// @param placedAt                when it was accepted
/// @param paidAt                  when the money was captured
/// @param deductedAt              when the goods were deducted
/// @param shippedAt               when the carrier took it
/// @param deliveredAt             when it was handed over to its recipient
/// @param endedAt                 when it was delivered, or undone for good
/// @param cancellationRequestedAt when somebody asked first not to have it shipped
/// @param refundOpenSince         when the refund was given up for which a person must act; null where there is none
/// @param failureReason           why it fails; null while nothing failed
/// @param cancellationReason      why it is cancelled; null unless shipping cancelled it
/// @param lastFact                the type of what happened last
/// @param lastAt                  when that was
/// @param awaits                  the types of the facts that are missing; empty at the end
public record Saga(
        UUID orderId,
        SagaStatus status,
        @Nullable String currency,
        @Nullable BigDecimal total,
        @Nullable Instant placedAt,
        @Nullable Instant paidAt,
        @Nullable Instant deductedAt,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant endedAt,
        @Nullable Instant cancellationRequestedAt,
        @Nullable Instant refundOpenSince,
        @Nullable String failureReason,
        @Nullable String cancellationReason,
        String lastFact,
        Instant lastAt,
        List<String> awaits) {
    static Saga read(ResultSet row, int number) throws SQLException {
        return new Saga(
                row.getObject("order_id", UUID.class),
                SagaStatus.valueOf(row.getString("status")),
                row.getString("currency"),
                row.getBigDecimal("total"),
                Rows.instant(row, "placed_at"),
                Rows.instant(row, "paid_at"),
                Rows.instant(row, "deducted_at"),
                Rows.instant(row, "shipped_at"),
                Rows.instant(row, "delivered_at"),
                Rows.instant(row, "ended_at"),
                Rows.instant(row, "cancellation_requested_at"),
                Rows.instant(row, "refund_open_since"),
                row.getString("failure_reason"),
                row.getString("cancellation_reason"),
                row.getString("last_fact"),
                row.getTimestamp("last_at").toInstant(),
                List.of((String[]) row.getArray("awaits").getArray()));
    }
}
