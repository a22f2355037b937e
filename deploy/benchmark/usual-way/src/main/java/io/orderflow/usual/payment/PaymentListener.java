package io.orderflow.usual.payment;

import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.OrderCreated;
import io.orderflow.usual.Rabbit;
import org.springframework.amqp.core.ExchangeTypes;
import org.springframework.amqp.rabbit.annotation.Exchange;
import org.springframework.amqp.rabbit.annotation.Queue;
import org.springframework.amqp.rabbit.annotation.QueueBinding;
import org.springframework.amqp.rabbit.annotation.RabbitHandler;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/// What payment hears.
@Component
@RabbitListener(
        bindings =
                @QueueBinding(
                        value = @Queue(name = "payment.events", durable = "true"),
                        exchange = @Exchange(name = Rabbit.EVENTS, type = ExchangeTypes.TOPIC),
                        key = {"v1.order.created", "v1.inventory.update-failed"}))
public class PaymentListener {
    private final PaymentService payments;

    PaymentListener(PaymentService payments) {
        this.payments = payments;
    }

    @RabbitHandler
    void on(OrderCreated event) {
        payments.charge(event);
    }

    @RabbitHandler
    void on(InventoryUpdateFailed event) {
        payments.refund(event);
    }
}
