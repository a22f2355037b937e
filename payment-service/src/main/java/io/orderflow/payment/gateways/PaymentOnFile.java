package io.orderflow.payment.gateways;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of payments, with how its open operation fares; without the card's token.
///
/// @param orderId         the order
/// @param state           how far its payment has come
/// @param currency        of the amount; null when the order was called off before it was heard of
/// @param amount          the order's total, as a decimal string
/// @param callOffReason   why the order is not to be paid for
/// @param declineReason   why it was not charged
/// @param chargeReference the provider's name for the charge
/// @param chargeDecidedAt when the charge's outcome was known
/// @param refundReference the name of the refund: the provider's, or a person's
/// @param refundFailure   why the refund failed the last time
/// @param refundDecidedAt when it was refunded, or failed
/// @param refundSequence  1, and one more for each refusal by the provider
/// @param dueAt           when the open operation is tried next, or its lease ends; null when none is open
/// @param attempts        how often the open operation was tried
/// @param lastError       why the last try failed
public record PaymentOnFile(
        UUID orderId,
        String state,
        @Nullable String currency,
        @Nullable String amount,
        @Nullable String callOffReason,
        @Nullable String declineReason,
        @Nullable String chargeReference,
        @Nullable Instant chargeDecidedAt,
        @Nullable String refundReference,
        @Nullable String refundFailure,
        @Nullable Instant refundDecidedAt,
        int refundSequence,
        @Nullable Instant dueAt,
        int attempts,
        @Nullable String lastError) {
    static final String QUERY = """
            select order_id, state, currency, amount::text as amount, call_off_reason, decline_reason, charge_reference,
                   charge_decided_at, refund_reference, refund_failure, refund_decided_at, refund_sequence, due_at,
                   attempts, last_error
              from payment where order_id = :orderId""";

    static PaymentOnFile read(ResultSet row, int number) throws SQLException {
        return new PaymentOnFile(
                row.getObject("order_id", UUID.class),
                row.getString("state"),
                row.getString("currency"),
                row.getString("amount"),
                row.getString("call_off_reason"),
                row.getString("decline_reason"),
                row.getString("charge_reference"),
                instant(row, "charge_decided_at"),
                row.getString("refund_reference"),
                row.getString("refund_failure"),
                instant(row, "refund_decided_at"),
                row.getInt("refund_sequence"),
                instant(row, "due_at"),
                row.getInt("attempts"),
                row.getString("last_error"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
