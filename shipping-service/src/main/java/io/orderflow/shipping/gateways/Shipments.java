package io.orderflow.shipping.gateways;

import io.orderflow.shipping.domain.Shipment;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
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

    /// Locks the shipments of these orders in sorted order, and begins one for each order that has none: anything
    /// may be heard of an order before the order itself. They are begun first, because two instances may hear of
    /// the same new order at once: the second waits here for the first, and then reads what it wrote.
    public void lock(Collection<UUID> orderIds) {
        if (orderIds.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into shipment (order_id)
                        select distinct order_id from unnest(?) as heard (order_id) order by order_id
                        on conflict (order_id) do nothing""").param(orderIds.toArray(new UUID[0])).update();
        entities.createQuery("select s from Shipment s where s.orderId in :orderIds order by s.orderId", Shipment.class)
                .setParameter("orderIds", orderIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
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

    /// The order that goes by a carrier's tracking number; the latest, should the carrier have used it before.
    public Optional<UUID> orderTrackedBy(String trackingNumber) {
        return jdbc.sql("select order_id from shipment where tracking_number = ? order by decided_at desc limit 1")
                .param(trackingNumber)
                .query(UUID.class)
                .optional();
    }

    /// What is on file for an order, as the operator reads it.
    public Optional<ShipmentOnFile> onFile(UUID orderId) {
        return jdbc.sql(ShipmentOnFile.QUERY)
                .param("orderId", orderId)
                .query(ShipmentOnFile::read)
                .optional();
    }
}
