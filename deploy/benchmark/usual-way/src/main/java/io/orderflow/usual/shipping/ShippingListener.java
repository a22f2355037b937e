package io.orderflow.usual.shipping;

import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.OrderCreated;
import io.orderflow.usual.Rabbit;
import java.time.Duration;
import java.time.Instant;
import org.springframework.amqp.core.ExchangeTypes;
import org.springframework.amqp.rabbit.annotation.Exchange;
import org.springframework.amqp.rabbit.annotation.Queue;
import org.springframework.amqp.rabbit.annotation.QueueBinding;
import org.springframework.amqp.rabbit.annotation.RabbitHandler;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/// What shipping hears. The parcel arrives five seconds later, as Orderflow's simulated carrier has it.
@Component
@RabbitListener(
        bindings =
                @QueueBinding(
                        value = @Queue(name = "shipping.events", durable = "true"),
                        exchange = @Exchange(name = Rabbit.EVENTS, type = ExchangeTypes.TOPIC),
                        key = {"v1.order.created", "v1.inventory.updated"}))
public class ShippingListener {
    private static final Duration DELIVERS_AFTER = Duration.ofSeconds(5);

    private final ShippingService shipping;
    private final TaskScheduler timers;

    ShippingListener(ShippingService shipping, TaskScheduler timers) {
        this.shipping = shipping;
        this.timers = timers;
    }

    @RabbitHandler
    void on(OrderCreated event) {
        shipping.note(event);
    }

    @RabbitHandler
    void on(InventoryUpdated event) {
        shipping.ship(event);
        timers.schedule(() -> shipping.deliver(event.orderId()), Instant.now().plus(DELIVERS_AFTER));
    }
}
