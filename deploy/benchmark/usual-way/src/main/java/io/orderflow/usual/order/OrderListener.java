package io.orderflow.usual.order;

import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.ProductListed;
import io.orderflow.usual.Rabbit;
import org.springframework.amqp.core.ExchangeTypes;
import org.springframework.amqp.rabbit.annotation.Exchange;
import org.springframework.amqp.rabbit.annotation.Queue;
import org.springframework.amqp.rabbit.annotation.QueueBinding;
import org.springframework.amqp.rabbit.annotation.RabbitHandler;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/// What order hears.
@Component
@RabbitListener(
        bindings =
                @QueueBinding(
                        value = @Queue(name = "order.events", durable = "true"),
                        exchange = @Exchange(name = Rabbit.EVENTS, type = ExchangeTypes.TOPIC),
                        key = {
                            "v1.payment.processed",
                            "v1.payment.failed",
                            "v1.inventory.updated",
                            "v1.inventory.update-failed",
                            "v1.order.shipped",
                            "v1.order.delivered",
                            "v1.product.listed"
                        }))
public class OrderListener {
    private final OrderService orders;
    private final ProductRepository products;

    OrderListener(OrderService orders, ProductRepository products) {
        this.orders = orders;
        this.products = products;
    }

    @RabbitHandler
    void on(PaymentProcessed event) {
        orders.becomes(event.orderId(), "PAID");
    }

    @RabbitHandler
    void on(PaymentFailed event) {
        orders.becomes(event.orderId(), "FAILED");
    }

    @RabbitHandler
    void on(InventoryUpdated event) {
        orders.becomes(event.orderId(), "CONFIRMED");
    }

    @RabbitHandler
    void on(InventoryUpdateFailed event) {
        orders.becomes(event.orderId(), "FAILED");
    }

    @RabbitHandler
    void on(OrderShipped event) {
        orders.becomes(event.orderId(), "SHIPPED");
    }

    @RabbitHandler
    void on(OrderDelivered event) {
        orders.becomes(event.orderId(), "DELIVERED");
    }

    @RabbitHandler
    void on(ProductListed event) {
        products.save(new Product(event.sku(), event.price()));
    }
}
