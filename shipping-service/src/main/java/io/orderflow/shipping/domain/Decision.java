package io.orderflow.shipping.domain;

import static java.util.Objects.requireNonNull;

import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFact;
import io.orderflow.events.ShippingFailed;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was decided about a shipment, for ever, with all that is needed to say it again.
///
/// @param decidedAt      when the carrier's answer was known, or it was called off
/// @param carrier        who carries it; null when nobody does
/// @param trackingNumber the carrier's number to follow it by, likewise
/// @param failureReason  why it will not be shipped; null when it is
/// @param deliveredAt    when the carrier handed it over; null while it did not
@Embeddable
public record Decision(
        Instant decidedAt,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable String failureReason,
        @Nullable Instant deliveredAt) {
    static Decision toShip(Outcome.Booked booked, Instant now) {
        return new Decision(now, booked.carrier(), booked.trackingNumber(), null, null);
    }

    static Decision notToShip(String reason, Instant now) {
        return new Decision(now, null, null, reason, null);
    }

    /// The same, delivered; in milliseconds, as events have it, so that it is said again alike.
    Decision delivered(Instant at) {
        return new Decision(decidedAt, carrier, trackingNumber, failureReason, at.truncatedTo(ChronoUnit.MILLIS));
    }

    List<ShippingFact> said(UUID orderId, ShipmentState state) {
        return switch (state) {
            case AWAITING, BOOKING -> List.of();
            case SHIPPED -> List.of(shipped(orderId));
            case DELIVERED -> List.of(shipped(orderId), delivery(orderId));
            case FAILED -> List.of(new ShippingFailed(orderId, decidedAt, requireNonNull(failureReason)));
            case CANCELLED -> List.of(new ShippingCancelled(orderId, decidedAt, requireNonNull(failureReason)));
        };
    }

    private OrderShipped shipped(UUID orderId) {
        return new OrderShipped(orderId, decidedAt, requireNonNull(carrier), requireNonNull(trackingNumber));
    }

    OrderDelivered delivery(UUID orderId) {
        return new OrderDelivered(
                orderId, requireNonNull(deliveredAt), requireNonNull(carrier), requireNonNull(trackingNumber));
    }
}
