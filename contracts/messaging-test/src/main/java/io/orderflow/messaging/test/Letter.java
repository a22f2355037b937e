package io.orderflow.messaging.test;

import com.rabbitmq.client.AMQP;
import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import io.orderflow.messaging.Envelope;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.wire.FactJson;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as it is on the wire.
///
/// @param routingKey where it was published to
/// @param properties its properties and headers
/// @param body       its body; not to be changed
public record Letter(String routingKey, AMQP.BasicProperties properties, byte[] body) {
    private static final int PERSISTENT = 2;

    static Letter of(UUID id, Fact fact, FactJson json) {
        String type = EventTypes.keyOf(fact.getClass());
        return new Letter(
                type,
                properties(id, type, Map.of())
                        .correlationId(fact.subject())
                        .timestamp(Date.from(fact.occurredAt()))
                        .build(),
                json.write(fact));
    }

    static Letter raw(UUID id, String type, byte[] body, Map<String, Object> headers) {
        return new Letter(
                type, properties(id, type, headers).timestamp(new Date()).build(), body);
    }

    private static AMQP.BasicProperties.Builder properties(UUID id, String type, Map<String, Object> headers) {
        Map<String, Object> all = new HashMap<>();
        all.put("attempt", 1);
        all.putAll(headers);
        Class<? extends Fact> known = EventTypes.byKey().get(type);
        String sayer = known == null ? "test" : EventTypes.sayerOf(known);
        return new AMQP.BasicProperties.Builder()
                .messageId(id.toString())
                .type(type)
                .appId(sayer)
                .userId(sayer)
                .contentType("application/json")
                .deliveryMode(PERSISTENT)
                .headers(all);
    }

    /// The event's id; null if it has none.
    public @Nullable String id() {
        return properties.getMessageId();
    }

    /// The body as text.
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// A header's value as text; null if it has none.
    public @Nullable String header(String name) {
        Map<String, Object> headers = properties.getHeaders();
        Object value = headers == null ? null : headers.get(name);
        return value == null ? null : value.toString();
    }

    Heard<Fact> read(FactJson json) {
        String type = Objects.requireNonNull(properties.getType(), "type");
        Fact fact = json.read(type, body);
        String cause = header("causation-id");
        return new Heard<>(
                fact,
                new Envelope(
                        UUID.fromString(properties.getMessageId()),
                        type,
                        Objects.requireNonNull(properties.getAppId(), "app_id"),
                        Objects.requireNonNull(properties.getCorrelationId(), "correlation_id"),
                        Objects.requireNonNull(properties.getTimestamp(), "timestamp")
                                .toInstant(),
                        cause == null ? null : UUID.fromString(cause),
                        header("traceparent"),
                        Integer.parseInt(Objects.requireNonNullElse(header("attempt"), "1"))));
    }

    @Override
    public String toString() {
        return routingKey + " " + properties + " " + text();
    }
}
