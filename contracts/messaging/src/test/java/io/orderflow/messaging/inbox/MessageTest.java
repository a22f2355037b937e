package io.orderflow.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import io.orderflow.events.OrderFailed;
import io.orderflow.messaging.wire.FactJson;
import io.orderflow.messaging.wire.Undecodable;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    private static final FactJson JSON = new FactJson();
    private static final Instant HAPPENED = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 253_402_300_800_000L, Long.MAX_VALUE})
    void a_time_of_publication_that_cannot_be_kept_is_the_time_of_the_fact(long millis) {
        Message message = message(properties().timestamp(new Date(millis)), Map.of());

        assertThat(message.read(JSON).envelope().sentAt()).isEqualTo(HAPPENED);
    }

    @Test
    void odd_headers_are_as_good_as_none() {
        Message message = message(
                properties().appId("a\nb"),
                Map.of("attempt", Map.of("a", 1), "traceparent", "a\u0000b", "x-delivery-count", "many"));

        assertThat(message.attempt()).isEqualTo(1);
        assertThat(message.redeliveries()).isZero();
        assertThat(message.read(JSON).envelope().traceparent()).isNull();
        assertThat(message.read(JSON).envelope().source()).isEmpty();
    }

    @Test
    void what_stands_in_the_place_of_an_id_or_a_type_is_repeated_nowhere() {
        Message message = message(properties().messageId("Ada Lovelace\nERROR").type("ada@example.org"), Map.of());

        assertThat(message.name()).isEqualTo("untyped without id");
        assertThatThrownBy(() -> message.read(JSON))
                .isInstanceOf(Undecodable.class)
                .hasMessage("message_id is no UUID");
    }

    private static AMQP.BasicProperties.Builder properties() {
        return new AMQP.BasicProperties.Builder()
                .messageId(UUID.randomUUID().toString())
                .type("v1.order.failed");
    }

    private static Message message(AMQP.BasicProperties.Builder properties, Map<String, Object> headers) {
        byte[] body = JSON.write(new OrderFailed(UUID.randomUUID(), HAPPENED, "card-declined"));
        return new Message(new Delivery(
                new Envelope(1, false, "", "x"),
                properties.headers(new HashMap<>(headers)).build(),
                body));
    }
}
