package io.orderflow.faults.invariants;

import io.orderflow.faults.load.Load;
import io.orderflow.faults.load.Shelf;
import io.orderflow.faults.running.Orderflow;
import io.orderflow.faults.running.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/// The verdict on the running system: in a quick form while orders come in, in full once everybody has been
/// served.
public final class Invariants {
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration AUDIT_PATIENCE = Duration.ofMinutes(7);

    private final Load load;
    private final Shelf shelf;
    private final Reading reading;
    private final Stillness stillness;

    /// On a system with this load and these products.
    public Invariants(Orderflow system, Load load, Shelf shelf) {
        this.load = load;
        this.shelf = shelf;
        this.reading = new Reading(system);
        this.stillness = new Stillness(system, reading);
    }

    /// What can be said at any time: nothing is charged, refunded or shipped twice, nothing is parked, no
    /// customer was answered wrongly.
    ///
    /// @throws InterruptedException when the suite is told to stop
    public List<Violation> quick() throws InterruptedException {
        var found = new ArrayList<>(complaints());
        twice(found, Service.PAYMENT, "charged", "select order_id from provider.entry where kind = 'CAPTURE'");
        twice(found, Service.PAYMENT, "refunded", "select order_id from provider.entry where kind = 'REFUND'");
        twice(
                found,
                Service.SHIPPING,
                "shipped",
                "select order_id from carrier.booking where tracking_number is not null");
        found.addAll(eventually(Duration.ofSeconds(30), stillness::parked));
        return found;
    }

    /// Everything, after the load has ended. Waits until all orders have ended and nothing is on its way
    /// any more.
    ///
    /// @param atMost how long orders may take to end
    /// @throws InterruptedException when the suite is told to stop
    public List<Violation> full(Duration atMost) throws InterruptedException {
        var found = new ArrayList<>(complaints());
        load.open().forEach(key -> found.add(Violation.of("The order with the key " + key + " was never accepted")));
        eventually(
                atMost,
                () -> reading.unfinished("infinity").stream()
                        .map(order -> Violation.of(order.toString()))
                        .toList());
        found.addAll(eventually(Duration.ofMinutes(2), stillness::disturbed));
        found.addAll(Rules.judge(reading.books(load.accepted(), shelf.listed().keySet())));
        found.addAll(eventually(AUDIT_PATIENCE, stillness::audited));
        return found;
    }

    /// What the order service's database takes the time to be.
    public String now() {
        return reading.now();
    }

    /// Orders placed before that time that have not ended.
    public List<UUID> unfinished(String before) {
        return reading.unfinished(before);
    }

    /// Whether an order has left the house.
    public boolean isShipped(UUID order) {
        return Books.SHIPPED.contains(reading.status(order));
    }

    private List<Violation> complaints() {
        return load.complaints().stream().map(Violation::of).toList();
    }

    private void twice(List<Violation> found, Service service, String done, String orders) {
        List<UUID> twice = reading.database(service)
                .rows(
                        "select order_id from (" + orders + ") each_one group by order_id having count(*) > 1",
                        row -> row.getObject(1, UUID.class));
        if (!twice.isEmpty()) {
            found.add(new Violation("Was " + done + " more than once", twice));
        }
    }

    /// Looks until nothing is found any more; what is found at last, and why nothing could be found out.
    private static List<Violation> eventually(Duration atMost, Callable<List<Violation>> look)
            throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            List<Violation> found;
            try {
                found = look.call();
            } catch (InterruptedException stop) {
                throw stop;
            } catch (Exception nobodyAnswers) {
                found = List.of(Violation.of(nobodyAnswers.toString()));
            }
            if (found.isEmpty() || System.nanoTime() - end > 0) {
                return found;
            }
            Thread.sleep(BETWEEN);
        }
    }
}
