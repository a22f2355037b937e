package io.orderflow.order.gateways;

import io.orderflow.events.AboutOrder;
import io.orderflow.order.domain.Cancellation;
import io.orderflow.order.domain.Figure;
import io.orderflow.order.domain.Order;
import io.orderflow.order.domain.OrderStatus;
import io.orderflow.order.domain.TimelineEntry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// All orders and their timelines, in PostgreSQL.
@Repository
public class Orders {
    private final EntityManager entities;

    Orders(EntityManager entities) {
        this.entities = entities;
    }

    public void add(Order order) {
        entities.persist(order);
    }

    /// Adds a fact to its order's timeline.
    public void note(Order order, AboutOrder fact) {
        entities.persist(TimelineEntry.of(order, fact));
    }

    /// Adds to its timeline that it was shipped although somebody had asked to cancel it; nothing if nobody had.
    public void noteTooLate(Order order, Instant shippedAt) {
        @Nullable Cancellation asked = order.course().cancellation();
        if (asked != null) {
            entities.persist(TimelineEntry.tooLate(order, asked, shippedAt));
        }
    }

    /// Locks these orders in one statement, sorted by id.
    public void lock(Collection<UUID> orderIds) {
        if (!orderIds.isEmpty()) {
            entities.createQuery("select o from Order o where o.orderId in :ids order by o.orderId", Order.class)
                    .setParameter("ids", orderIds)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList();
        }
    }

    /// The order, locked until the transaction ends.
    public Optional<Order> findAndLock(UUID orderId) {
        return Optional.ofNullable(entities.find(Order.class, orderId, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<Order> find(UUID orderId) {
        return Optional.ofNullable(entities.find(Order.class, orderId));
    }

    /// What happened to an order, in the order of hearing.
    public List<TimelineEntry> timeline(UUID orderId) {
        return entities.createQuery(
                        "select e from TimelineEntry e where e.orderId = :id order by e.number", TimelineEntry.class)
                .setParameter("id", orderId)
                .getResultList();
    }

    /// A page of orders, newest first.
    ///
    /// @param before only orders older than this one; null for the newest
    /// @param status only orders of this status; null for all
    public List<Order> page(@Nullable UUID before, @Nullable OrderStatus status, int limit) {
        var query = entities.createQuery(
                "select o from Order o where true = true"
                        + (before == null ? "" : " and o.orderId < :before")
                        + (status == null ? "" : " and o.course.status = :status")
                        + " order by o.orderId desc",
                Order.class);
        if (before != null) {
            query.setParameter("before", before);
        }
        if (status != null) {
            query.setParameter("status", status);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /// All orders in figures, one for each way that an order has fared.
    ///
    /// @param until only orders placed before it; null for all
    public List<Figure> figures(@Nullable Instant until) {
        var query = entities.createQuery(
                """
                select new io.orderflow.order.domain.Figure(
                  o.course.status, o.terms.currency, o.course.happened, count(o), sum(o.terms.total))
                from Order o
                """ + (until == null ? "" : "where o.placedAt < :until ")
                        + "group by o.course.status, o.terms.currency, o.course.happened",
                Figure.class);
        if (until != null) {
            query.setParameter("until", until);
        }
        return query.getResultList();
    }
}
