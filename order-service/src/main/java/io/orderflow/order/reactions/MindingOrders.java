package io.orderflow.order.reactions;

import io.orderflow.events.OrderFact;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.Work;
import io.orderflow.messaging.WorkTable;
import io.orderflow.order.domain.Order;
import io.orderflow.order.domain.Patience;
import io.orderflow.order.gateways.OrderSettings;
import io.orderflow.order.gateways.Orders;
import io.orderflow.order.reactions.MindingOrders.Ring;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Sees to the orders that nothing happens to: says them again, and asks at their deadline that they be cancelled.
@Component
class MindingOrders implements Work<Ring, Instant> {
    private final Orders orders;
    private final Events events;
    private final Patience patience;
    private final Pace pace;

    MindingOrders(Orders orders, Events events, Patience patience, OrderSettings settings) {
        this.orders = orders;
        this.events = events;
        this.patience = patience;
        this.pace = new Pace(settings.redrivesPerSecond(), System.nanoTime());
    }

    /// The alarm of an order.
    ///
    /// @param at       when it was found to be due, by the database's clock
    /// @param deadline when its deadline is
    record Ring(UUID orderId, Instant at, Instant deadline) {}

    @Override
    public WorkTable table() {
        return WorkTable.of("orders", "order_id");
    }

    @Override
    public boolean isUrgent() {
        return false;
    }

    /// A claimed row is due again when its lease ends: so it was claimed a lease before.
    @Override
    public Ring read(ResultSet row) throws SQLException {
        Instant leaseEnds = row.getObject("due_at", OffsetDateTime.class).toInstant();
        return new Ring(
                row.getObject("order_id", UUID.class),
                leaseEnds.minus(table().lease()).truncatedTo(ChronoUnit.MILLIS),
                row.getObject("deadline_at", OffsetDateTime.class).toInstant());
    }

    /// There is nothing to do outside, and no hurry: where orders wait because all are busy, saying them again at once
    /// would make everybody busier. A deadline does not wait for its turn.
    @Override
    public Instant perform(Ring ring) throws InterruptedException {
        if (ring.at().isBefore(ring.deadline())) {
            Thread.sleep(pace.turn(System.nanoTime()));
        }
        return ring.at();
    }

    @Override
    public void lock(List<Ring> rings) {
        orders.lock(rings.stream().map(Ring::orderId).toList());
    }

    @Override
    public void conclude(Ring ring, Instant at) {
        Order order = orders.find(ring.orderId()).orElseThrow();
        boolean asked = order.course().cancellation() != null;
        List<OrderFact> said = order.alarm(at, patience);
        if (!asked) {
            order.cancellationRequested().ifPresent(request -> orders.note(order, request));
        }
        events.say(said);
    }
}
