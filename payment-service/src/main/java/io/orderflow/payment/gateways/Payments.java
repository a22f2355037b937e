package io.orderflow.payment.gateways;

import io.orderflow.payment.domain.Payment;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /// Locks the payments of these orders in one statement sorted by key, and begins one for each order that
    /// has none: a fact may come before its order.
    public void lock(Collection<UUID> orderIds) {
        var wanted = new TreeSet<>(orderIds);
        if (wanted.isEmpty()) {
            return;
        }
        var found = entities.createQuery(
                        "select p from Payment p where p.orderId in :orderIds order by p.orderId", Payment.class)
                .setParameter("orderIds", wanted)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(Payment::orderId)
                .collect(Collectors.toSet());
        wanted.removeAll(found);
        wanted.forEach(orderId -> entities.persist(new Payment(orderId)));
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

    /// What is on file for an order, as the operator reads it.
    public Optional<PaymentOnFile> onFile(UUID orderId) {
        return jdbc.sql(PaymentOnFile.QUERY)
                .param("orderId", orderId)
                .query(PaymentOnFile::read)
                .optional();
    }
}
