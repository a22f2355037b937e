package io.orderflow.order.application;

import io.orderflow.order.domain.Figure;
import io.orderflow.order.domain.Order;
import io.orderflow.order.domain.OrderStatus;
import io.orderflow.order.domain.Product;
import io.orderflow.order.domain.TimelineEntry;
import io.orderflow.order.gateways.Orders;
import io.orderflow.order.gateways.Products;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reading orders and the price list.
@Service
@Transactional(readOnly = true)
public class LookingUpOrders {
    private final Orders orders;
    private final Products products;

    LookingUpOrders(Orders orders, Products products) {
        this.orders = orders;
        this.products = products;
    }

    /// An order with what happened to it, in the order in which it happened.
    public record Found(Order order, List<TimelineEntry> timeline) {}

    /// The order, for whoever holds its token.
    ///
    /// @param token what the asker holds; null for nothing, and then nothing is found
    public Optional<Found> find(UUID orderId, @Nullable String token) {
        return find(orderId).filter(found -> found.order().opensTo(token));
    }

    /// The order, for the operator.
    public Optional<Found> find(UUID orderId) {
        return orders.find(orderId).map(order -> new Found(order, orders.timeline(orderId)));
    }

    /// A page of orders, newest first; see [Orders#page].
    public List<Order> page(@Nullable UUID before, @Nullable OrderStatus status, int limit) {
        return orders.page(before, status, limit);
    }

    /// All orders in figures; see [Orders#figures].
    public List<Figure> figures(@Nullable Instant until) {
        return orders.figures(until);
    }

    /// Everything that is for sale.
    public List<Product> products() {
        return products.forSale();
    }
}
