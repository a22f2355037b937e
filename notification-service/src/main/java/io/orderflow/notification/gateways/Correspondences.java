package io.orderflow.notification.gateways;

import io.orderflow.notification.domain.Correspondence;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The correspondences, one for each order, in PostgreSQL.
@Repository
public class Correspondences {
    private final EntityManager entities;
    private final JdbcClient jdbc;

    Correspondences(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    /// Locks the rows of these orders in sorted order, and makes those that are not there. They are made first,
    /// because two instances may hear of the same new order at once: the second waits here for the first, and then
    /// reads what it wrote.
    public void lock(Collection<UUID> orders) {
        if (orders.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into correspondence (order_id)
                        select order_id from unnest(?) as heard (order_id) order by order_id
                        on conflict (order_id) do nothing""").param(orders.toArray(new UUID[0])).update();
        entities.createQuery(
                        "select c from Correspondence c where c.orderId in :orders order by c.orderId",
                        Correspondence.class)
                .setParameter("orders", orders)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /// The correspondence of an order, after [#lock].
    public Correspondence of(UUID order) {
        return Optional.ofNullable(entities.find(Correspondence.class, order, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new IllegalStateException("order " + order + " was not locked"));
    }
}
