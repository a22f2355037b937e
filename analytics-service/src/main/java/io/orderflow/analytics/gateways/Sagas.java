package io.orderflow.analytics.gateways;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.Fact;
import java.time.Instant;
import java.time.ZoneOffset;
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
    private final SagaFold fold;
    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    Sagas(JdbcTemplate jdbc, AuditSettings settings) {
        this.fold = new SagaFold(settings.quiet());
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
        fold.write(jdbc, byOrder.values());
    }

    /// The saga of an order; empty when nothing was heard of it.
    public Optional<Saga> find(UUID orderId) {
        return client.sql("select * from saga where order_id = :orderId")
                .param("orderId", orderId)
                .query(Saga::read)
                .optional();
    }

    /// Lets the auditor judge an order again. Within the transaction in which it was judged.
    public void judgeAgain(UUID orderId, Instant at) {
        client.sql("update saga set due_at = :at where order_id = :orderId")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("orderId", orderId)
                .update();
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
}
