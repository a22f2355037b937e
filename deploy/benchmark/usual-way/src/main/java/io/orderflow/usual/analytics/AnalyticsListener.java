package io.orderflow.usual.analytics;

import io.orderflow.usual.Rabbit;
import java.nio.charset.StandardCharsets;
import org.springframework.amqp.core.ExchangeTypes;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.Exchange;
import org.springframework.amqp.rabbit.annotation.Queue;
import org.springframework.amqp.rabbit.annotation.QueueBinding;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What analytics hears: everything.
@Component
public class AnalyticsListener {
    private final LoggedEventRepository log;
    private final JsonMapper json;

    AnalyticsListener(LoggedEventRepository log, JsonMapper json) {
        this.log = log;
        this.json = json;
    }

    /// Keeps the event.
    @Transactional
    @RabbitListener(
            bindings =
                    @QueueBinding(
                            value = @Queue(name = "analytics.events", durable = "true"),
                            exchange = @Exchange(name = Rabbit.EVENTS, type = ExchangeTypes.TOPIC),
                            key = "v1.#"))
    public void on(Message message) {
        String body = new String(message.getBody(), StandardCharsets.UTF_8);
        String subject = json.readTree(body).path("orderId").asString("");
        log.save(
                new LoggedEvent(String.valueOf(message.getMessageProperties().getReceivedRoutingKey()), subject, body));
    }
}
