package io.orderflow.inventory.gateways;

import io.orderflow.inventory.domain.Deduction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The deductions, one for each order, in PostgreSQL.
@Repository
public class Deductions {
    private final EntityManager entities;
    private final JdbcClient jdbc;

    Deductions(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    /// Locks the rows of these orders in sorted order, and makes those that are not there. They are made first,
    /// because two instances may hear of the same new order at once: the second waits here for the first, and then
    /// reads what it wrote.
    public List<Deduction> lock(Collection<UUID> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        jdbc.sql("""
                        insert into deduction (order_id)
                        select order_id from unnest(?) as heard (order_id) order by order_id
                        on conflict (order_id) do nothing""").param(orders.toArray(new UUID[0])).update();
        return entities.createQuery(
                        "select d from Deduction d where d.orderId in :orders order by d.orderId", Deduction.class)
                .setParameter("orders", orders)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /// The deduction of an order, after [#lock].
    public Deduction of(UUID order) {
        return Optional.ofNullable(entities.find(Deduction.class, order, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new IllegalStateException("order " + order + " was not locked"));
    }

    /// The deduction of an order as it is, to look at.
    public Optional<Deduction> seen(UUID order) {
        return Optional.ofNullable(entities.find(Deduction.class, order));
    }
}
