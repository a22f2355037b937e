package io.orderflow.messaging.inbox;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Delivery;
import io.orderflow.events.Fact;
import io.orderflow.messaging.Envelope;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.wire.FactJson;
import io.orderflow.messaging.wire.Undecodable;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as the broker delivered it, not yet understood.
///
/// Everything is read from its properties. Its routing key is the event's type only at first: on the way through
/// ladder and parking it is rewritten.
record Message(Delivery delivery) {
    long tag() {
        return delivery.getEnvelope().getDeliveryTag();
    }

    AMQP.BasicProperties properties() {
        return delivery.getProperties();
    }

    /// How often the broker gave this message to somebody who then went away.
    long redeliveries() {
        return number("x-delivery-count", delivery.getEnvelope().isRedeliver() ? 1 : 0);
    }

    /// 1 at first; one more with each rung of the ladder that it has been on.
    int attempt() {
        return (int) Math.clamp(number(Headers.ATTEMPT, 1), 1, Integer.MAX_VALUE);
    }

    /// Which event it says it is, for logs; the delivery tag where it says nothing.
    String name() {
        String id = properties().getMessageId();
        return (properties().getType() == null ? "untyped" : properties().getType()) + " "
                + (id == null ? "without id" : id);
    }

    /// The fact and its envelope.
    ///
    /// @throws Undecodable when it is not a message of ours
    Heard<Fact> read(FactJson json) {
        String type = properties().getType();
        if (type == null) {
            throw new Undecodable("no type");
        }
        UUID id = uuid("message_id", properties().getMessageId());
        if (id == null) {
            throw new Undecodable("no message_id");
        }
        Fact fact = json.read(type, delivery.getBody());
        Date sent = properties().getTimestamp();
        String source = properties().getAppId();
        return new Heard<>(
                fact,
                new Envelope(
                        id,
                        type,
                        source == null ? "" : source,
                        fact.subject(),
                        sent == null ? fact.occurredAt() : Instant.ofEpochMilli(sent.getTime()),
                        uuid(Headers.CAUSATION, text(Headers.CAUSATION)),
                        text(Headers.TRACE),
                        attempt()));
    }

    private static @Nullable UUID uuid(String what, @Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException wrong) {
            throw new Undecodable(what + " is no UUID: " + text);
        }
    }

    private @Nullable String text(String header) {
        Object value = headers().get(header);
        return value == null ? null : value.toString();
    }

    private long number(String header, long otherwise) {
        return headers().get(header) instanceof Number number ? number.longValue() : otherwise;
    }

    private Map<String, Object> headers() {
        Map<String, Object> headers = properties().getHeaders();
        return headers == null ? Map.of() : headers;
    }
}
