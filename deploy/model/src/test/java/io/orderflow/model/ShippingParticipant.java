package io.orderflow.model;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.Address;
import io.orderflow.events.Fact;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.ShippingFact;
import io.orderflow.model.Space.Carriage;
import io.orderflow.shipping.domain.Booking;
import io.orderflow.shipping.domain.Outcome;
import io.orderflow.shipping.domain.Shipment;
import io.orderflow.shipping.domain.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The shipping service and its carrier, who keeps books by order, since a booking's key is derived from the order.
final class ShippingParticipant implements Participant {
    private static final String CAUSE = "model";

    private final Names names;
    private final Carriage carriage;

    ShippingParticipant(Space space) {
        this.names = space.names();
        this.carriage = space.carriage();
    }

    /// What shipping and its carrier remember.
    ///
    /// @param shipments one row per order
    /// @param books     what the carrier decided, by order
    /// @param tried     the orders whose open booking was claimed before
    record Memory(Map<UUID, Photo> shipments, Map<UUID, Outcome> books, Set<UUID> tried) {
        Shipment shipment(UUID order) {
            Photo photo = shipments.get(order);
            return photo == null ? new Shipment(order) : (Shipment) photo.develop();
        }

        Memory with(Shipment shipment) {
            return new Memory(Values.with(shipments, shipment.orderId(), Photo.of(shipment)), books, tried);
        }

        Memory booked(UUID order, Outcome outcome) {
            return new Memory(shipments, Values.with(books, order, outcome), tried);
        }

        Memory tried(UUID order, boolean was) {
            return new Memory(shipments, books, Values.changed(tried, order, was));
        }

        boolean isBooked(UUID order) {
            return books.get(order) instanceof Outcome.Booked;
        }
    }

    @Override
    public String name() {
        return "shipping";
    }

    @Override
    public Reply newborn() {
        return new Reply(new Memory(Map.of(), Map.of(), Set.of()), List.of());
    }

    @Override
    public Reply hear(Object memory, Fact fact) {
        Memory before = (Memory) memory;
        Shipment shipment = before.shipment(((AboutOrder) fact).orderId());
        List<ShippingFact> said = switch (fact) {
            case OrderCreated it -> shipment.hear(it, CAUSE, Space.NOW);
            case OrderCancellationRequested it -> shipment.hear(it, CAUSE, Space.NOW);
            case InventoryUpdated it -> {
                shipment.hear(it, CAUSE, Space.NOW);
                yield List.of();
            }
            default -> throw new IllegalStateException("the model does not know what shipping does with " + fact);
        };
        return new Reply(before.with(shipment), said);
    }

    @Override
    public List<Deed> deeds(Object memory) {
        Memory now = (Memory) memory;
        var deeds = new ArrayList<Deed>();
        for (UUID order : now.shipments().keySet()) {
            Shipment shipment = now.shipment(order);
            switch (shipment.state()) {
                case BOOKING -> attempts(now, shipment, deeds);
                case SHIPPED -> {
                    if (carriage.delivers()) {
                        var delivered = new Outcome.Delivered(Space.NOW);
                        deeds.add(new Deed(
                                "the carrier delivers " + names.of(order),
                                Kind.PROGRESS,
                                conclude(now, order, delivered)));
                    }
                }
                case AWAITING, DELIVERED, FAILED, CANCELLED -> {}
            }
        }
        return deeds;
    }

    /// What may come of working on the open booking, as `AskingCarriers` does.
    private void attempts(Memory now, Shipment shipment, List<Deed> deeds) {
        UUID order = shipment.orderId();
        String name = names.of(order);
        boolean first = !now.tried().contains(order);
        if (booking(shipment, first).isNeverToBeTried()) {
            deeds.add(new Deed(
                    "shipping does not book " + name, Kind.PROGRESS, conclude(now, order, new Outcome.NeverAsked())));
            return;
        }
        if (first && carriage.silences()) {
            deeds.add(new Deed(
                    "shipping begins to book " + name + ", and is cut off",
                    Kind.WHIM,
                    new Reply(now.tried(order, true), List.of())));
        }
        Outcome known = now.books().get(order);
        for (Outcome outcome : known == null ? carriage.answers(name) : List.of(known)) {
            Memory booked = now.booked(order, outcome);
            String done = "the carrier's word on " + name + " is " + word(outcome);
            deeds.add(new Deed(done, Kind.PROGRESS, conclude(booked, order, outcome)));
            if (known == null && carriage.silences()) {
                deeds.add(new Deed(
                        done + ", but nobody hears it", Kind.WHIM, new Reply(booked.tried(order, true), List.of())));
            }
        }
    }

    private static Task.Book booking(Shipment shipment, boolean first) {
        var booking = new Booking(shipment.orderId(), new Address("Ada", "1 Street", "Town", "12345", "DE"));
        return new Task.Book(booking, first ? 1 : 2, shipment.isCalledOff());
    }

    private static Reply conclude(Memory now, UUID order, Outcome outcome) {
        Shipment shipment = now.shipment(order);
        List<ShippingFact> said = shipment.conclude(outcome, Space.NOW);
        return new Reply(now.with(shipment).tried(order, false), said);
    }

    private static String word(Outcome outcome) {
        return outcome instanceof Outcome.Booked ? "booked" : "refused";
    }
}
