package io.orderflow.notification.gateways;

import io.orderflow.notification.domain.Notification;
import io.orderflow.notification.domain.State;
import io.orderflow.notification.domain.Tally;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The messages, in PostgreSQL.
@Repository
public class Notifications {
    private final EntityManager entities;
    private final JdbcClient jdbc;

    Notifications(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    /// Keeps a new message.
    public void add(Notification notification) {
        entities.persist(notification);
    }

    /// The messages of an order that wait for their address; nobody else touches these while the correspondence is
    /// locked.
    public List<Notification> waiting(UUID order) {
        return entities.createQuery(
                        "select n from Notification n where n.orderId = :order and n.state = :waiting",
                        Notification.class)
                .setParameter("order", order)
                .setParameter("waiting", State.WAITING)
                .getResultList();
    }

    /// Locks these messages in sorted order.
    public void lock(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            entities.createQuery("select n from Notification n where n.id in :ids order by n.id", Notification.class)
                    .setParameter("ids", ids)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList();
        }
    }

    /// A message, locked.
    public Notification of(UUID id) {
        return Optional.ofNullable(entities.find(Notification.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new IllegalStateException("there is no message " + id));
    }

    /// All that was written about an order, in the order in which it happened, to look at.
    public List<Notification> about(UUID order) {
        return entities.createQuery(
                        "select n from Notification n where n.orderId = :order order by n.occurredAt, n.id",
                        Notification.class)
                .setParameter("order", order)
                .getResultList();
    }

    /// How many messages there are of each kind in each state.
    ///
    /// @param until only of orders whose ids were made before this instant; all where null
    public List<Tally> tallies(@Nullable Instant until) {
        return jdbc.sql("""
                        select about, state, count(*) as count from notification
                        where :until::timestamptz is null or order_id < uuid_floor(:until)
                        group by about, state""")
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .query(Tally.class)
                .list();
    }
}
