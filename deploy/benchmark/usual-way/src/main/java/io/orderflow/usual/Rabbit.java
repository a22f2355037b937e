package io.orderflow.usual;

import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.support.converter.JacksonJsonMessageConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// One topic exchange, JSON bodies; queues are declared by those who listen.
@Configuration
public class Rabbit {
    /// The exchange that all publish to.
    public static final String EVENTS = "orderflow.events";

    @Bean
    TopicExchange exchange() {
        return new TopicExchange(EVENTS);
    }

    @Bean
    JacksonJsonMessageConverter json() {
        return new JacksonJsonMessageConverter("io.orderflow.events");
    }

    /// Sends an event, at once.
    @Component
    public static class Publisher {
        private final RabbitTemplate rabbit;

        Publisher(RabbitTemplate rabbit) {
            this.rabbit = rabbit;
        }

        /// Sends it under its routing key.
        public void publish(Fact event) {
            rabbit.convertAndSend(EVENTS, EventTypes.keyOf(event.getClass()), event);
        }
    }
}
