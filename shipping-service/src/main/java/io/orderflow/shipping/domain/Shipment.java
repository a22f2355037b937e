package io.orderflow.shipping.domain;

import static io.orderflow.shipping.domain.ShipmentState.AWAITING;
import static io.orderflow.shipping.domain.ShipmentState.BOOKING;
import static io.orderflow.shipping.domain.ShipmentState.CANCELLED;
import static io.orderflow.shipping.domain.ShipmentState.DELIVERED;
import static io.orderflow.shipping.domain.ShipmentState.FAILED;
import static io.orderflow.shipping.domain.ShipmentState.SHIPPED;
import static java.util.Objects.requireNonNull;

import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.ShippingFact;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The shipment of one order: what was heard of the order, and what was decided. It is booked once, when both
/// its address and its goods are there, whichever came first; or never, if it is called off before that.
@Entity
@Table(name = "shipment")
public class Shipment {
    @Id
    private UUID orderId;

    @Enumerated(EnumType.STRING)
    private ShipmentState state;

    private @Nullable ShipTo shipTo;
    private boolean addressKnown;
    private boolean goodsThere;

    /// Why it is to be called off, by the request that was heard first; null while nobody asked in time.
    private @Nullable String cancellationReason;

    private @Nullable Decision decision;

    /// When the carrier is to be asked; null when there is nothing to ask.
    private @Nullable Instant dueAt;

    private @Nullable String cause;

    protected Shipment() {}

    /// The shipment of an order of which nothing was heard yet.
    public Shipment(UUID orderId) {
        this.orderId = orderId;
        this.state = AWAITING;
    }

    /// The order exists: its address is noted. Heard again under another id, all that was said is repeated.
    ///
    /// @param cause the message, as a booking that it leads to keeps it
    public List<ShippingFact> hear(OrderCreated fact, String cause, Instant now) {
        if (state == AWAITING) {
            shipTo = ShipTo.of(fact.shipTo());
            addressKnown = true;
            bookWhenReady(cause, now);
        }
        return said();
    }

    /// The goods are there. For a shipment that was called off they change nothing.
    public void hear(InventoryUpdated fact, String cause, Instant now) {
        if (state == AWAITING) {
            goodsThere = true;
            bookWhenReady(cause, now);
        }
    }

    /// Somebody wants the order not to be shipped. Before a booking that is decided at once and for ever; while
    /// a booking is open, the carrier's answer decides; after that, what was said is repeated.
    public List<ShippingFact> hear(OrderCancellationRequested fact, String cause, Instant now) {
        if (state == AWAITING) {
            cancellationReason = fact.reason();
            decide(CANCELLED, Decision.notToShip(fact.reason(), now));
        } else if (state == BOOKING && cancellationReason == null) {
            cancellationReason = fact.reason();
            this.cause = cause;
        }
        return said();
    }

    /// What came of asking the carrier, or of not asking it, is known.
    ///
    /// @throws IllegalStateException when nothing of the kind was open
    public List<ShippingFact> conclude(Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Booked booked -> endBooking(SHIPPED, Decision.toShip(booked, now));
            case Outcome.Refused refused -> endBooking(FAILED, Decision.notToShip(refused.reason(), now));
            case Outcome.NeverAsked _ -> endBooking(CANCELLED, Decision.notToShip(whyCalledOff(), now));
            case Outcome.Delivered delivered -> delivered(delivered.at());
            case Outcome.OnItsWay _ -> List.of();
        };
    }

    /// The carrier handed the goods over. Told again, nothing more is said, and the first time stands.
    ///
    /// @throws IllegalStateException when it was not shipped: a carrier's word is found by its tracking number,
    ///                               and there is none before
    public List<ShippingFact> delivered(Instant at) {
        if (state == DELIVERED) {
            return List.of();
        }
        expect(SHIPPED);
        var delivered = requireNonNull(decision).delivered(at);
        decide(DELIVERED, delivered);
        return List.of(delivered.delivery(orderId));
    }

    /// The carrier is to be asked at this time where the goods are. Nothing to do unless they are on their way.
    public void lookAt(Instant time) {
        if (state == SHIPPED) {
            dueAt = time;
        }
    }

    public UUID orderId() {
        return orderId;
    }

    public ShipmentState state() {
        return state;
    }

    /// Whether somebody asked for it not to be shipped before the carrier's answer was known. A booking that was
    /// never tried is then not tried.
    public boolean isCalledOff() {
        return cancellationReason != null;
    }

    /// For how long the carrier has had it; zero when it has nothing.
    public Duration underWay(Instant now) {
        return decision == null ? Duration.ZERO : Duration.between(decision.decidedAt(), now);
    }

    private void bookWhenReady(String cause, Instant now) {
        if (addressKnown && goodsThere) {
            state = BOOKING;
            this.dueAt = now;
            this.cause = cause;
        }
    }

    private List<ShippingFact> endBooking(ShipmentState end, Decision decided) {
        expect(BOOKING);
        decide(end, decided);
        return said();
    }

    private String whyCalledOff() {
        if (cancellationReason == null) {
            throw new IllegalStateException("the shipment of order " + orderId + " was not called off");
        }
        return cancellationReason;
    }

    private void decide(ShipmentState end, Decision decided) {
        state = end;
        decision = decided;
        dueAt = null;
    }

    private void expect(ShipmentState expected) {
        if (state != expected) {
            throw new IllegalStateException("the shipment of order " + orderId + " is " + state + ", not " + expected);
        }
    }

    private List<ShippingFact> said() {
        return decision == null ? List.of() : decision.said(orderId, state);
    }
}
