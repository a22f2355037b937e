package io.orderflow.faults.invariants;

import io.orderflow.faults.invariants.Books.Kept;
import io.orderflow.faults.invariants.Books.Moved;
import io.orderflow.faults.invariants.Books.Stock;
import io.orderflow.faults.load.Accepted;
import io.orderflow.faults.running.Database;
import io.orderflow.faults.running.Orderflow;
import io.orderflow.faults.running.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Looks up the books of all services.
final class Reading {
    private final Orderflow system;

    Reading(Orderflow system) {
        this.system = system;
    }

    /// The books as they stand.
    ///
    /// @param skus the products whose stock is wanted
    Books books(List<Accepted> accepted, Set<String> skus) {
        return new Books(accepted, orders(), money(), bookings(), stock(skus));
    }

    /// Orders placed before an instant of the database's clock that have not ended.
    ///
    /// @param before as text
    List<UUID> unfinished(String before) {
        return database(Service.ORDER).rows("""
                        select order_id from orders
                         where status not in ('DELIVERED', 'FAILED', 'CANCELLED') and placed_at < ?::timestamptz
                         order by order_id""", row -> row.getObject(1, UUID.class), before);
    }

    /// What the order service's database takes the time to be.
    String now() {
        return database(Service.ORDER)
                .rows("select now()::text", row -> row.getString(1))
                .getFirst();
    }

    /// The status of one order; empty if it is not there.
    String status(UUID order) {
        return database(Service.ORDER)
                .rows("select status from orders where order_id = ?", row -> row.getString(1), order)
                .stream()
                .findFirst()
                .orElse("");
    }

    /// How many events a service has said that no queue has yet.
    long unpublished(Service service) {
        return database(service).number("select count(*) from outbox where published_at is null");
    }

    Database database(Service service) {
        return Database.of(system, service);
    }

    private Map<UUID, Kept> orders() {
        return byOrder(
                Service.ORDER,
                """
                select o.order_id, coalesce(max(k.key), '') as key, o.status, o.total
                  from orders o left join idempotency_key k on k.order_id = o.order_id group by o.order_id""",
                row -> new Kept(row.getString("key"), row.getString("status"), row.getBigDecimal("total")));
    }

    private Map<UUID, Moved> money() {
        return byOrder(
                Service.PAYMENT,
                """
                select order_id, count(*) filter (where kind = 'CAPTURE') as captures,
                       count(*) filter (where kind = 'REFUND') as refunds,
                       coalesce(sum(amount) filter (where kind = 'CAPTURE'), 0) as captured,
                       coalesce(sum(amount) filter (where kind = 'REFUND'), 0) as refunded
                  from provider.entry group by order_id""",
                row -> new Moved(
                        row.getInt("captures"),
                        row.getInt("refunds"),
                        row.getBigDecimal("captured"),
                        row.getBigDecimal("refunded")));
    }

    private Map<UUID, Integer> bookings() {
        return byOrder(
                Service.SHIPPING,
                "select order_id, count(*) as n from carrier.booking where tracking_number is not null group by order_id",
                row -> row.getInt("n"));
    }

    private Map<String, Stock> stock(Set<String> skus) {
        return database(Service.INVENTORY)
                .rows(
                        """
                        select p.sku, p.listed_on_hand + coalesce(sum(r.quantity), 0) as came, p.on_hand
                          from product p left join replenishment r on r.sku = p.sku group by p.sku""",
                        row -> Map.entry(row.getString("sku"), new Stock(row.getLong("came"), row.getLong("on_hand"))))
                .stream()
                .filter(product -> skus.contains(product.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private <T> Map<UUID, T> byOrder(Service service, String sql, Database.Reading<T> reading) {
        return database(service)
                .rows(sql, row -> Map.entry(row.getObject("order_id", UUID.class), reading.read(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
