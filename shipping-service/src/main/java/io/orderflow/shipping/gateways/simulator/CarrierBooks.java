package io.orderflow.shipping.gateways.simulator;

import io.orderflow.shipping.domain.Booking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    Optional<Entry> find(UUID key) {
        return jdbc.sql(SELECT + " where idempotency_key = ?")
                .param(key)
                .query(Entry.class)
                .optional();
    }

    int requests(UUID key) {
        return jdbc.sql("select count(*) from carrier.request where idempotency_key = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }

    void note(Booking booking, String answer) {
        jdbc.sql("insert into carrier.request (idempotency_key, order_id, answer) values (?, ?, ?)")
                .params(booking.key(), booking.orderId(), answer)
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

    /// Writes an entry, unless its key has one.
    ///
    /// @param deliversAfter how long the goods are on their way from here on; null for ever
    /// @return the entry that stands
    Entry book(Entry entry, @Nullable Duration deliversAfter) {
        int written = jdbc.sql("""
                insert into carrier.booking (idempotency_key, order_id, tracking_number, refusal, delivered_at)
                values (:key, :orderId, :trackingNumber, :refusal,
                        now() + cast(:millis as bigint) * interval '1 millisecond')
                on conflict (idempotency_key) do nothing""")
                .param("key", entry.key())
                .param("orderId", entry.orderId())
                .param("trackingNumber", entry.trackingNumber())
                .param("refusal", entry.refusal())
                .param("millis", deliversAfter == null ? null : deliversAfter.toMillis())
                .update();
        return written == 1 ? entry : find(entry.key()).orElseThrow();
    }

    /// What the carrier decided under one key, for ever: a tracking number, or why it refused.
    public record Entry(
            UUID key,
            UUID orderId,
            @Nullable String trackingNumber,
            @Nullable String refusal) {}
}
