package io.orderflow.payment.gateways;

import io.orderflow.payment.domain.Payment;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All payments, one row per order, in PostgreSQL.
@Repository
public class Payments {
    private final EntityManager entities;
    private final JdbcClient jdbc;

    Payments(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    /// Begins a payment for each of these orders that has none, as a fact may come before its order, and locks all of
    /// them sorted by key. They are begun first, because two instances may hear of the same new order at once: the
    /// second waits here for the first, and then reads what it wrote.
    public void beginAndLock(Collection<UUID> orderIds) {
        if (orderIds.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into payment (order_id)
                select distinct order_id from unnest(?) as heard (order_id) order by order_id
                on conflict (order_id) do nothing""").param(orderIds.toArray(new UUID[0])).update();
        lock(orderIds);
    }

    /// Locks the payments of these orders in one statement sorted by key.
    public void lock(Collection<UUID> orderIds) {
        if (orderIds.isEmpty()) {
            return;
        }
        entities.createQuery("select p from Payment p where p.orderId in :orderIds order by p.orderId", Payment.class)
                .setParameter("orderIds", orderIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /// The payment of an order as it is, to look at; empty when nothing was heard of the order.
    public Optional<Payment> seen(UUID orderId) {
        return Optional.ofNullable(entities.find(Payment.class, orderId));
    }

    /// The payment of an order that this transaction has locked.
    ///
    /// @throws IllegalStateException when it was not locked
    public Payment of(UUID orderId) {
        var payment = entities.find(Payment.class, orderId);
        if (payment == null) {
            throw new IllegalStateException("the payment of order " + orderId + " was not locked");
        }
        return payment;
    }

    /// The payment of an order, locked; empty when nothing was heard of the order.
    public Optional<Payment> locked(UUID orderId) {
        return Optional.ofNullable(entities.find(Payment.class, orderId, LockModeType.PESSIMISTIC_WRITE));
    }

    /// All payments in a few numbers.
    ///
    /// @param until only those of orders made before it; null for all
    public PaymentsSummary summary(@Nullable Instant until) {
        return PaymentsSummary.of(jdbc, until);
    }

    /// What is on file for an order, as the operator reads it.
    public Optional<PaymentOnFile> onFile(UUID orderId) {
        return jdbc.sql(PaymentOnFile.QUERY)
                .param("orderId", orderId)
                .query(PaymentOnFile::read)
                .optional();
    }
}
