package io.orderflow.usual.notification;

import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.usual.Rabbit;
import org.springframework.amqp.core.ExchangeTypes;
import org.springframework.amqp.rabbit.annotation.Exchange;
import org.springframework.amqp.rabbit.annotation.Queue;
import org.springframework.amqp.rabbit.annotation.QueueBinding;
import org.springframework.amqp.rabbit.annotation.RabbitHandler;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/// What notification hears.
@Component
@RabbitListener(
        bindings =
                @QueueBinding(
                        value = @Queue(name = "notification.events", durable = "true"),
                        exchange = @Exchange(name = Rabbit.EVENTS, type = ExchangeTypes.TOPIC),
                        key = {
                            "v1.order.created",
                            "v1.payment.processed",
                            "v1.payment.failed",
                            "v1.inventory.update-failed",
                            "v1.order.shipped",
                            "v1.order.delivered"
                        }))
public class NotificationListener {
    private final NotificationService notifications;

    NotificationListener(NotificationService notifications) {
        this.notifications = notifications;
    }

    @RabbitHandler
    void on(OrderCreated event) {
        notifications.begin(
                event, "We have received your order over " + event.total().amount() + ".");
    }

    @RabbitHandler
    void on(PaymentProcessed event) {
        notifications.tell(
                event, "We have received your payment of " + event.amount().amount() + ".");
    }

    @RabbitHandler
    void on(PaymentFailed event) {
        notifications.tell(event, "Your payment failed.");
    }

    @RabbitHandler
    void on(InventoryUpdateFailed event) {
        notifications.tell(event, "Not everything is in stock; your money goes back.");
    }

    @RabbitHandler
    void on(OrderShipped event) {
        notifications.tell(event, "Your order was shipped; its number is " + event.trackingNumber() + ".");
    }

    @RabbitHandler
    void on(OrderDelivered event) {
        notifications.tell(event, "Your order was delivered.");
    }
}
