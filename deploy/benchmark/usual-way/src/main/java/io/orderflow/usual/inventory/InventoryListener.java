package io.orderflow.usual.inventory;

import io.orderflow.events.OrderCreated;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.usual.Rabbit;
import org.springframework.amqp.core.ExchangeTypes;
import org.springframework.amqp.rabbit.annotation.Exchange;
import org.springframework.amqp.rabbit.annotation.Queue;
import org.springframework.amqp.rabbit.annotation.QueueBinding;
import org.springframework.amqp.rabbit.annotation.RabbitHandler;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/// What inventory hears.
@Component
@RabbitListener(
        bindings =
                @QueueBinding(
                        value = @Queue(name = "inventory.events", durable = "true"),
                        exchange = @Exchange(name = Rabbit.EVENTS, type = ExchangeTypes.TOPIC),
                        key = {"v1.order.created", "v1.payment.processed"}))
public class InventoryListener {
    private final InventoryService inventory;

    InventoryListener(InventoryService inventory) {
        this.inventory = inventory;
    }

    @RabbitHandler
    void on(OrderCreated event) {
        inventory.note(event);
    }

    @RabbitHandler
    void on(PaymentProcessed event) {
        inventory.deduct(event);
    }
}
