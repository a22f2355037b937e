package io.orderflow.faults.invariants;

import io.orderflow.faults.invariants.Books.Kept;
import io.orderflow.faults.invariants.Books.Moved;
import io.orderflow.faults.invariants.Books.Stock;
import io.orderflow.faults.load.Accepted;
import io.orderflow.faults.load.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;

/// What must hold of all orders once they have ended. Pure: books in, violations out.
final class Rules {
    private final Books books;
    private final List<Violation> found = new ArrayList<>();

    private Rules(Books books) {
        this.books = books;
    }

    static List<Violation> judge(Books books) {
        var rules = new Rules(books);
        rules.promises();
        rules.money();
        rules.shipments();
        rules.stock();
        return List.copyOf(rules.found);
    }

    private void promises() {
        var wanted = new HashSet<UUID>();
        var lost = new ArrayList<UUID>();
        var twice = new ArrayList<UUID>();
        for (Accepted order : books.accepted()) {
            wanted.add(order.orderId());
            Kept kept = books.orders().get(order.orderId());
            if (kept == null) {
                lost.add(order.orderId());
            } else if (!kept.key().equals(order.key())) {
                twice.add(order.orderId());
            }
        }
        report("was accepted, and the order service does not have it", lost);
        report("was accepted under another key than the one it is kept under", twice);
        report(
                "is there, and nobody was told so: one request became two orders",
                books.orders().keySet().stream()
                        .filter(id -> !wanted.contains(id))
                        .toList());
        each("has not ended", (_, kept) -> !Books.ENDS.contains(kept.status()));
    }

    private void money() {
        each("was charged more than once", (id, _) -> moved(id).captures() > 1);
        each("was refunded more than once", (id, _) -> moved(id).refunds() > 1);
        each(
                "was refunded without a charge",
                (id, _) -> moved(id).refunds() > moved(id).captures());
        each(
                "was shipped and not paid for",
                (id, kept) -> kept.isShipped() && moved(id).captures() == 0);
        each(
                "was shipped and refunded",
                (id, kept) -> kept.isShipped() && moved(id).refunds() > 0);
        each(
                "was undone, and its money was kept",
                (id, kept) ->
                        kept.isUndone() && moved(id).captures() > moved(id).refunds());
        each(
                "was charged another sum than its total",
                (id, kept) -> moved(id).captures() == 1 && moved(id).captured().compareTo(kept.total()) != 0);
        each(
                "was refunded another sum than its total",
                (id, kept) -> moved(id).refunds() == 1 && moved(id).refunded().compareTo(kept.total()) != 0);
        strangers("was charged and is no order", books.money());
    }

    private void shipments() {
        each("was shipped more than once", (id, _) -> booked(id) > 1);
        each("is shipped, and no carrier knows of it", (id, kept) -> kept.isShipped() && booked(id) == 0);
        each("was undone, and shipped all the same", (id, kept) -> kept.isUndone() && booked(id) > 0);
        strangers("was shipped and is no order", books.bookings());
    }

    private void stock() {
        Map<String, Long> sold = new HashMap<>();
        for (Accepted order : books.accepted()) {
            Kept kept = books.orders().get(order.orderId());
            if (kept != null && kept.isShipped()) {
                for (Line line : order.lines()) {
                    sold.merge(line.sku(), (long) line.quantity(), Long::sum);
                }
            }
        }
        new TreeMap<>(books.stock()).forEach((sku, stock) -> balance(sku, stock, sold.getOrDefault(sku, 0L)));
    }

    private void balance(String sku, Stock stock, long sold) {
        if (stock.onHand() < 0) {
            found.add(Violation.of("There are " + stock.onHand() + " pieces of " + sku));
        }
        if (stock.came() - sold != stock.onHand()) {
            found.add(Violation.of("%s: %d came in, %d were shipped, and %d are there instead of %d"
                    .formatted(sku, stock.came(), sold, stock.onHand(), stock.came() - sold)));
        }
    }

    private void strangers(String what, Map<UUID, ?> known) {
        report(
                what,
                known.keySet().stream()
                        .filter(id -> !books.orders().containsKey(id))
                        .toList());
    }

    private Moved moved(UUID order) {
        return books.money().getOrDefault(order, Moved.NOTHING);
    }

    private int booked(UUID order) {
        return books.bookings().getOrDefault(order, 0);
    }

    private void each(String what, BiPredicate<UUID, Kept> wrong) {
        report(
                what,
                books.orders().entrySet().stream()
                        .filter(order -> wrong.test(order.getKey(), order.getValue()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private void report(String what, List<UUID> orders) {
        if (!orders.isEmpty()) {
            found.add(new Violation(
                    (orders.size() == 1 ? "An order " : orders.size() + " orders, each ") + what,
                    orders.stream().sorted().toList()));
        }
    }
}
