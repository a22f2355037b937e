package io.orderflow.shipping.gateways;

import io.orderflow.shipping.domain.Shipment;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All shipments, one row per order, in PostgreSQL.
@Repository
public class Shipments {
    private final EntityManager entities;
    private final JdbcClient jdbc;

    Shipments(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    /// Locks the shipments of these orders in one statement sorted by key, and begins one for each order that
    /// has none: the goods may come before the order.
    public void lock(Collection<UUID> orderIds) {
        var wanted = new TreeSet<>(orderIds);
        if (wanted.isEmpty()) {
            return;
        }
        var found = entities.createQuery(
                        "select s from Shipment s where s.orderId in :orderIds order by s.orderId", Shipment.class)
                .setParameter("orderIds", wanted)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(Shipment::orderId)
                .collect(Collectors.toSet());
        wanted.removeAll(found);
        wanted.forEach(orderId -> entities.persist(new Shipment(orderId)));
    }

    /// The shipment of an order that this transaction has locked.
    ///
    /// @throws IllegalStateException when it was not locked
    public Shipment of(UUID orderId) {
        var shipment = entities.find(Shipment.class, orderId);
        if (shipment == null) {
            throw new IllegalStateException("the shipment of order " + orderId + " was not locked");
        }
        return shipment;
    }

    /// What is on file for an order, as the operator reads it.
    public Optional<ShipmentOnFile> onFile(UUID orderId) {
        return jdbc.sql(ShipmentOnFile.QUERY)
                .param("orderId", orderId)
                .query(ShipmentOnFile::read)
                .optional();
    }
}
