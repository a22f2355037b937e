package io.orderflow.shipping.reactions;

import io.orderflow.events.Address;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.Work;
import io.orderflow.messaging.WorkTable;
import io.orderflow.shipping.domain.Booking;
import io.orderflow.shipping.domain.Outcome;
import io.orderflow.shipping.gateways.Carrier;
import io.orderflow.shipping.gateways.OutcomeUnknown;
import io.orderflow.shipping.gateways.Shipments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Asks the carrier for each open booking until its answer is known. A time-out or an error of the carrier
/// says nothing about the booking: it is asked again with the same key.
@Component
class BookingCarriers implements Work<Booking, Outcome> {
    private final Carrier carrier;
    private final Shipments shipments;
    private final Events events;
    private final Clock clock;

    BookingCarriers(Carrier carrier, Shipments shipments, Events events, Clock clock) {
        this.carrier = carrier;
        this.shipments = shipments;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public WorkTable table() {
        return new WorkTable("shipment", "order_id", Duration.ofSeconds(30), 64);
    }

    @Override
    public Booking read(ResultSet row) throws SQLException {
        return new Booking(
                row.getObject("order_id", UUID.class),
                new Address(
                        row.getString("recipient"),
                        row.getString("street"),
                        row.getString("city"),
                        row.getString("postal_code"),
                        row.getString("country")));
    }

    @Override
    public Outcome perform(Booking booking) throws OutcomeUnknown {
        return carrier.book(booking);
    }

    @Override
    public void lock(List<Booking> bookings) {
        shipments.lock(bookings.stream().map(Booking::orderId).toList());
    }

    @Override
    public void conclude(Booking booking, Outcome outcome) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        events.say(shipments.of(booking.orderId()).conclude(outcome, now));
    }
}
