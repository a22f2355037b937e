package io.orderflow.shipping.domain;

import static java.util.Objects.requireNonNull;

import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.ShippingFact;
import io.orderflow.events.ShippingFailed;
import io.orderflow.shipping.domain.Outcome.Booked;
import io.orderflow.shipping.domain.Outcome.Refused;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The shipment of one order: what was heard of the order, and what was decided. It is booked once, when both
/// its address and its goods are there, whichever came first.
@Entity
@Table(name = "shipment")
public class Shipment {
    @Id
    private UUID orderId;

    @Enumerated(EnumType.STRING)
    private ShipmentState state;

    private @Nullable String recipient;
    private @Nullable String street;
    private @Nullable String city;
    private @Nullable String postalCode;
    private @Nullable String country;
    private boolean addressKnown;
    private boolean goodsThere;

    private @Nullable Instant decidedAt;
    private @Nullable String carrier;
    private @Nullable String trackingNumber;
    private @Nullable String failureReason;

    /// When the booking is to be tried; null when none is open.
    private @Nullable Instant dueAt;

    private @Nullable String cause;

    protected Shipment() {}

    /// The shipment of an order of which nothing was heard yet.
    public Shipment(UUID orderId) {
        this.orderId = orderId;
        this.state = ShipmentState.AWAITING;
    }

    /// The order exists: its address is noted. Heard again under another id, the answer is repeated; while
    /// there is none, nothing is said.
    ///
    /// @param cause the message, as a booking that it leads to keeps it
    public List<ShippingFact> hear(OrderCreated fact, String cause, Instant now) {
        return switch (state) {
            case AWAITING -> {
                var shipTo = fact.shipTo();
                recipient = shipTo.name();
                street = shipTo.street();
                city = shipTo.city();
                postalCode = shipTo.postalCode();
                country = shipTo.country();
                addressKnown = true;
                bookWhenReady(cause, now);
                yield List.of();
            }
            case BOOKING -> List.of();
            case SHIPPED -> List.of(shipped());
            case FAILED -> List.of(failed());
        };
    }

    /// The goods are there.
    public void hear(InventoryUpdated fact, String cause, Instant now) {
        if (state == ShipmentState.AWAITING) {
            goodsThere = true;
            bookWhenReady(cause, now);
        }
    }

    /// The carrier's answer is known.
    ///
    /// @throws IllegalStateException when no booking is open
    public List<ShippingFact> conclude(Outcome outcome, Instant now) {
        if (state != ShipmentState.BOOKING) {
            throw new IllegalStateException("the shipment of order " + orderId + " is " + state + ", not BOOKING");
        }
        decidedAt = now;
        dueAt = null;
        return switch (outcome) {
            case Booked booked -> {
                state = ShipmentState.SHIPPED;
                carrier = booked.carrier();
                trackingNumber = booked.trackingNumber();
                yield List.of(shipped());
            }
            case Refused refused -> {
                state = ShipmentState.FAILED;
                failureReason = refused.reason();
                yield List.of(failed());
            }
        };
    }

    public UUID orderId() {
        return orderId;
    }

    public ShipmentState state() {
        return state;
    }

    private void bookWhenReady(String cause, Instant now) {
        if (addressKnown && goodsThere) {
            state = ShipmentState.BOOKING;
            this.dueAt = now;
            this.cause = cause;
        }
    }

    private OrderShipped shipped() {
        return new OrderShipped(
                orderId, requireNonNull(decidedAt), requireNonNull(carrier), requireNonNull(trackingNumber));
    }

    private ShippingFailed failed() {
        return new ShippingFailed(orderId, requireNonNull(decidedAt), requireNonNull(failureReason));
    }
}
