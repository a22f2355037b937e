package io.orderflow.analytics.gateways;

import io.orderflow.analytics.gateways.Rows.Column;
import io.orderflow.events.AboutOrder;
import io.orderflow.events.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All sagas, one row per order. What a row becomes depends on which facts were heard, not on when or how often.
@Repository
public class Sagas {
    /// In PostgreSQL `least` and `greatest` pass over nulls: what is known stays known. The collation "C" compares
    /// texts as
    /// Java does.
    private static final String FOLD = """
            insert into saga as known
              (order_id, placed_at, paid_at, deducted_at, shipped_at, payment_failed_at, deduction_failed_at,
               shipping_failed_at, refunded_at, released_at, failed_at, currency, total, captured, refunded,
               failure_reason, first_at, last_at, last_fact)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (order_id) do update set
              placed_at           = least(known.placed_at, excluded.placed_at),
              paid_at             = least(known.paid_at, excluded.paid_at),
              deducted_at         = least(known.deducted_at, excluded.deducted_at),
              shipped_at          = least(known.shipped_at, excluded.shipped_at),
              payment_failed_at   = least(known.payment_failed_at, excluded.payment_failed_at),
              deduction_failed_at = least(known.deduction_failed_at, excluded.deduction_failed_at),
              shipping_failed_at  = least(known.shipping_failed_at, excluded.shipping_failed_at),
              refunded_at         = least(known.refunded_at, excluded.refunded_at),
              released_at         = least(known.released_at, excluded.released_at),
              failed_at           = least(known.failed_at, excluded.failed_at),
              currency            = least(known.currency collate "C", excluded.currency collate "C"),
              total               = greatest(known.total, excluded.total),
              captured            = greatest(known.captured, excluded.captured),
              refunded            = greatest(known.refunded, excluded.refunded),
              failure_reason      = least(known.failure_reason collate "C", excluded.failure_reason collate "C"),
              first_at            = least(known.first_at, excluded.first_at),
              last_at             = greatest(known.last_at, excluded.last_at),
              last_fact           = case
                when (excluded.last_at, excluded.last_fact collate "C") > (known.last_at, known.last_fact collate "C")
                then excluded.last_fact else known.last_fact end""";

    private static final List<Column<Told>> COLUMNS = columns();

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    Sagas(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    /// Takes note of facts; those that are about no order are passed over.
    public void fold(List<Fact> facts) {
        var byOrder = new TreeMap<UUID, Told>();
        for (Fact fact : facts) {
            if (fact instanceof AboutOrder about) {
                byOrder.computeIfAbsent(about.orderId(), Told::new).fold(about);
            }
        }
        Rows.write(jdbc, FOLD, byOrder.values(), COLUMNS);
    }

    /// The saga of an order; empty when nothing was heard of it.
    public Optional<Saga> find(UUID orderId) {
        return client.sql("select * from saga where order_id = :orderId")
                .param("orderId", orderId)
                .query(Saga::read)
                .optional();
    }

    /// The newest sagas. An order's id is a UUID of version 7, which sorts by the time at which it was made.
    ///
    /// @param status only those that are here; null for all
    /// @param after  only those older than this one; null to begin with the newest
    public List<Saga> newest(@Nullable SagaStatus status, @Nullable UUID after, int limit) {
        var query = new StringBuilder("select * from saga where true");
        if (status != null) {
            query.append(" and status = :status");
        }
        if (after != null) {
            query.append(" and order_id < :after");
        }
        query.append(" order by order_id desc limit :limit");
        return client.sql(query.toString())
                .param("status", status == null ? null : status.name())
                .param("after", after)
                .param("limit", limit)
                .query(Saga::read)
                .list();
    }

    private static List<Column<Told>> columns() {
        var columns = new ArrayList<Column<Told>>();
        columns.add(new Column<>("uuid", Told::orderId));
        for (Milestone milestone : Milestone.values()) { // in the order of the columns above
            columns.add(new Column<>("timestamptz", told -> told.at(milestone)));
        }
        columns.add(new Column<>("text", Told::currency));
        columns.add(new Column<>("numeric", Told::total));
        columns.add(new Column<>("numeric", Told::captured));
        columns.add(new Column<>("numeric", Told::refunded));
        columns.add(new Column<>("text", Told::failureReason));
        columns.add(new Column<>("timestamptz", Told::firstAt));
        columns.add(new Column<>("timestamptz", Told::lastAt));
        columns.add(new Column<>("text", Told::lastFact));
        return List.copyOf(columns);
    }
}
