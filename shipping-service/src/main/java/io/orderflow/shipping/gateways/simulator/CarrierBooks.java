package io.orderflow.shipping.gateways.simulator;

import io.orderflow.shipping.domain.Booking;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The simulated carrier's own books, in the schema `carrier`: every request that reached it, and what it
/// booked or refused. They are unique by idempotency key and by nothing else, so that a second shipment of an
/// order under another key would stand there for all to see.
@Repository
public class CarrierBooks {
    private static final String SELECT =
            "select idempotency_key as key, order_id, tracking_number, refusal from carrier.booking";

    private final JdbcClient jdbc;

    CarrierBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What was booked or refused for an order.
    public List<Entry> entriesOf(UUID orderId) {
        return jdbc.sql(SELECT + " where order_id = ? order by booked_at, idempotency_key")
                .param(orderId)
                .query(Entry.class)
                .list();
    }

    /// What stands under these keys; nothing for a key that is not decided.
    Map<UUID, Entry> find(Collection<UUID> keys) {
        return jdbc
                .sql(SELECT + " where idempotency_key = any(?)")
                .param(keys.toArray(UUID[]::new))
                .query(Entry.class)
                .stream()
                .collect(Collectors.toMap(Entry::key, Function.identity()));
    }

    int requests(UUID key) {
        return jdbc.sql("select count(*) from carrier.request where idempotency_key = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }

    /// Notes requests and what was answered to each.
    void note(List<Booking> requests, List<String> answers) {
        jdbc.sql("insert into carrier.request (idempotency_key, order_id, answer) select * from unnest(?, ?, ?)")
                .params(
                        requests.stream().map(Booking::key).toArray(UUID[]::new),
                        requests.stream().map(Booking::orderId).toArray(UUID[]::new),
                        answers.toArray(String[]::new))
                .update();
    }

    /// When goods were handed over; empty while they are on their way.
    Optional<Instant> deliveryOf(String trackingNumber) {
        return jdbc.sql("select delivered_at from carrier.booking where tracking_number = ? and delivered_at <= now()")
                .param(trackingNumber)
                .query((row, _) -> row.getTimestamp("delivered_at").toInstant())
                .optional();
    }

    /// Which orders have more than one entry, under several keys; none, if all is well.
    ///
    /// @param most how many are named at most
    public List<UUID> ordersBookedMoreThanOnce(int most) {
        return jdbc.sql("""
                select order_id from carrier.booking
                 group by order_id having count(*) > 1 order by order_id limit ?""").param(most).query(UUID.class).list();
    }

    /// An entry that is to be made.
    ///
    /// @param deliversAfter how long the goods are on their way from here on; null for ever
    record Draft(Entry entry, @Nullable Duration deliversAfter) {
        @Nullable
        Long millis() {
            return deliversAfter == null ? null : deliversAfter.toMillis();
        }
    }

    /// Writes entries, except under keys that have one.
    ///
    /// @return the entries that stand, by key
    Map<UUID, Entry> book(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return Map.of();
        }
        List<Entry> entries = drafts.stream().map(Draft::entry).toList();
        int written = jdbc.sql("""
                insert into carrier.booking (idempotency_key, order_id, tracking_number, refusal, delivered_at)
                select key, order_id, tracking_number, refusal, now() + millis * interval '1 millisecond'
                  from unnest(?, ?, ?, ?, ?) as draft (key, order_id, tracking_number, refusal, millis) order by key
                on conflict (idempotency_key) do nothing""")
                .params(
                        entries.stream().map(Entry::key).toArray(UUID[]::new),
                        entries.stream().map(Entry::orderId).toArray(UUID[]::new),
                        entries.stream()
                                .<@Nullable String>map(Entry::trackingNumber)
                                .toArray(String[]::new),
                        entries.stream().<@Nullable String>map(Entry::refusal).toArray(String[]::new),
                        drafts.stream().<@Nullable Long>map(Draft::millis).toArray(Long[]::new))
                .update();
        return written == entries.size()
                ? entries.stream().collect(Collectors.toMap(Entry::key, Function.identity()))
                : find(entries.stream().map(Entry::key).toList());
    }

    /// What the carrier decided under one key, for ever: a tracking number, or why it refused.
    public record Entry(
            UUID key,
            UUID orderId,
            @Nullable String trackingNumber,
            @Nullable String refusal) {}
}
