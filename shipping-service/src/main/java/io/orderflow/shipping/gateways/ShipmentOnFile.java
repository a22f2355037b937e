package io.orderflow.shipping.gateways;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of shipments, with how its booking fares; without the customer's address.
///
/// @param orderId        the order
/// @param state          how far its shipment has come
/// @param addressKnown   whether the order was heard of
/// @param goodsThere     whether its goods were deducted
/// @param cancellationReason why it is to be called off, if that was asked while it still could be
/// @param carrier        who carries it
/// @param trackingNumber the carrier's number to follow it by
/// @param failureReason  why it will not be shipped
/// @param decidedAt      when the carrier's answer was known, or it was called off
/// @param deliveredAt    when the carrier handed it over
/// @param dueAt          when the carrier is asked next, or the lease of who asks it ends; null when there is
///                       nothing to ask
/// @param attempts       how often it was asked the open question
/// @param lastError      why the last try failed
public record ShipmentOnFile(
        UUID orderId,
        String state,
        boolean addressKnown,
        boolean goodsThere,
        @Nullable String cancellationReason,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable String failureReason,
        @Nullable Instant decidedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant dueAt,
        int attempts,
        @Nullable String lastError) {
    static final String QUERY = """
            select order_id, state, address_known, goods_there, cancellation_reason, carrier, tracking_number,
                   failure_reason, decided_at, delivered_at, due_at, attempts, last_error
              from shipment where order_id = :orderId""";

    static ShipmentOnFile read(ResultSet row, int number) throws SQLException {
        return new ShipmentOnFile(
                row.getObject("order_id", UUID.class),
                row.getString("state"),
                row.getBoolean("address_known"),
                row.getBoolean("goods_there"),
                row.getString("cancellation_reason"),
                row.getString("carrier"),
                row.getString("tracking_number"),
                row.getString("failure_reason"),
                instant(row, "decided_at"),
                instant(row, "delivered_at"),
                instant(row, "due_at"),
                row.getInt("attempts"),
                row.getString("last_error"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
