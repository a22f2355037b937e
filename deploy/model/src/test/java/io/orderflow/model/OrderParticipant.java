package io.orderflow.model;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.Address;
import io.orderflow.events.Customer;
import io.orderflow.events.Fact;
import io.orderflow.events.OrderFact;
import io.orderflow.events.OrderLine;
import io.orderflow.events.PaymentMethod;
import io.orderflow.events.StockLine;
import io.orderflow.order.domain.Cancellation;
import io.orderflow.order.domain.Order;
import io.orderflow.order.domain.Patience;
import io.orderflow.order.domain.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// The order service, its customers, and its clock. All orders are placed at the beginning.
final class OrderParticipant implements Participant {
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(15), List.of(Duration.ofSeconds(30)));

    private final Space space;

    OrderParticipant(Space space) {
        this.space = space;
    }

    /// What order remembers: one row per order.
    record Memory(Map<UUID, Photo> orders) {
        Order order(UUID order) {
            return (Order) Objects.requireNonNull(orders.get(order)).develop();
        }

        Memory with(Order order) {
            return new Memory(Values.with(orders, order.orderId(), Photo.of(order)));
        }
    }

    @Override
    public String name() {
        return "order";
    }

    @Override
    public Reply newborn() {
        var orders = new HashMap<UUID, Photo>();
        var said = new ArrayList<OrderFact>();
        for (UUID id : space.names().orders()) {
            var wish = new Wish(
                    new Customer("Ada", "ada@example.org"),
                    new Address("Ada", "1 Street", "Town", "12345", "DE"),
                    new PaymentMethod("card"),
                    List.of(new StockLine(Space.SKU, 1)));
            var line = new OrderLine(Space.SKU, 1, Space.PRICE);
            var order = new Order(id, "token", wish, List.of(line), PATIENCE, Space.NOW);
            orders.put(id, Photo.of(order));
            said.add(order.created());
        }
        return new Reply(new Memory(Map.copyOf(orders)), said);
    }

    @Override
    public Reply hear(Object memory, Fact fact) {
        Memory before = (Memory) memory;
        Order order = before.order(((AboutOrder) fact).orderId());
        List<OrderFact> said = order.hear((AboutOrder) fact, Space.NOW);
        return new Reply(before.with(order), said);
    }

    @Override
    public List<Deed> deeds(Object memory) {
        Memory now = (Memory) memory;
        var deeds = new ArrayList<Deed>();
        for (UUID id : space.names().orders()) {
            String name = space.names().of(id);
            if (space.cancels(name)) {
                request(now, id, "the customer cancels " + name, Cancellation.BY_CUSTOMER, deeds);
                request(now, id, "the deadline of " + name + " passes", Cancellation.DEADLINE_PASSED, deeds);
            }
        }
        return deeds;
    }

    private static void request(Memory now, UUID id, String name, String why, List<Deed> deeds) {
        Order order = now.order(id);
        if (order.requestCancellation(why, Space.NOW) == Cancellation.Answer.ASKED) {
            deeds.add(new Deed(
                    name,
                    Kind.WHIM,
                    new Reply(
                            now.with(order),
                            order.cancellationRequested().stream().toList())));
        }
    }

    @Override
    public List<OrderFact> saysAgain(Object memory) {
        Memory now = (Memory) memory;
        return now.orders().keySet().stream()
                .flatMap(id -> afterItsAlarm(now.order(id)))
                .toList();
    }

    /// What an alarm before the deadline says; what it notes for the next one is of no interest here.
    private static Stream<OrderFact> afterItsAlarm(Order order) {
        return order.status().isDecided() ? Stream.of() : order.alarm(Space.NOW, PATIENCE).stream();
    }
}
