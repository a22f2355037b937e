package io.orderflow.shipping.reactions;

import io.orderflow.events.Address;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.Work;
import io.orderflow.messaging.WorkTable;
import io.orderflow.shipping.domain.Booking;
import io.orderflow.shipping.domain.Outcome;
import io.orderflow.shipping.domain.ShipmentState;
import io.orderflow.shipping.domain.Task;
import io.orderflow.shipping.gateways.Carrier;
import io.orderflow.shipping.gateways.OutcomeUnknown;
import io.orderflow.shipping.gateways.Shipments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Asks the carrier for each open booking until its answer is known, and then, if the carrier wants to be asked,
/// where the goods are until they are delivered. A time-out or an error of the carrier says nothing about the
/// booking: it is asked again with the same key, even for an order that was called off meanwhile.
@Component
class AskingCarriers implements Work<Task, Outcome> {
    private final Carrier carrier;
    private final Shipments shipments;
    private final Events events;
    private final Clock clock;

    AskingCarriers(Carrier carrier, Shipments shipments, Events events, Clock clock) {
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
    public Task read(ResultSet row) throws SQLException {
        var orderId = row.getObject("order_id", UUID.class);
        if (row.getString("state").equals(ShipmentState.SHIPPED.name())) {
            return new Task.Track(orderId, row.getString("tracking_number"));
        }
        var shipTo = new Address(
                row.getString("recipient"),
                row.getString("street"),
                row.getString("city"),
                row.getString("postal_code"),
                row.getString("country"));
        return new Task.Book(
                new Booking(orderId, shipTo), row.getInt("attempts"), row.getString("cancellation_reason") != null);
    }

    @Override
    public Outcome perform(Task task) throws OutcomeUnknown {
        return switch (task) {
            case Task.Book book when book.isNeverToBeTried() -> new Outcome.NeverAsked();
            case Task.Book book -> carrier.book(book.booking());
            case Task.Track track -> carrier.track(track.trackingNumber());
        };
    }

    @Override
    public void lock(List<Task> tasks) {
        shipments.lock(tasks.stream().map(Task::orderId).toList());
    }

    @Override
    public void conclude(Task task, Outcome outcome) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var shipment = shipments.of(task.orderId());
        events.say(shipment.conclude(outcome, now));
        if (shipment.state() == ShipmentState.SHIPPED) {
            carrier.looksAfter(shipment.underWay(now)).ifPresent(wait -> shipment.lookAt(now.plus(wait)));
        }
    }
}
