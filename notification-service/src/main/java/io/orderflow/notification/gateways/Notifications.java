package io.orderflow.notification.gateways;

import io.orderflow.notification.domain.Notification;
import io.orderflow.notification.domain.State;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The messages, in PostgreSQL.
@Repository
public class Notifications {
    private final EntityManager entities;

    Notifications(EntityManager entities) {
        this.entities = entities;
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
}
