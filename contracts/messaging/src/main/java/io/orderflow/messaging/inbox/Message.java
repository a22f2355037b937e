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
    private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

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

    /// Which event it says it is, for logs: what is no name of ours is not repeated, whoever wrote it.
    String name() {
        String type = properties().getType();
        String id = properties().getMessageId();
        return (type == null || !FactJson.isName(type) ? "untyped" : type) + " "
                + (id == null || !FactJson.isName(id) ? "without id" : id);
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
        String source = properties().getAppId();
        return new Heard<>(
                fact,
                new Envelope(
                        id,
                        type,
                        source == null || !FactJson.isName(source) ? "" : source,
                        fact.subject(),
                        sent(fact.occurredAt()),
                        uuid(Headers.CAUSATION, text(Headers.CAUSATION)),
                        trace(),
                        attempt()));
    }

    /// When it was published, as far as it says so in a way that can be kept.
    private Instant sent(Instant otherwise) {
        Date sent = properties().getTimestamp();
        return sent == null || sent.getTime() < 0 || sent.getTime() > LAST ? otherwise : sent.toInstant();
    }

    private @Nullable String trace() {
        String trace = text(Headers.TRACE);
        return trace != null && FactJson.isName(trace) ? trace : null;
    }

    private static @Nullable UUID uuid(String what, @Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException wrong) {
            throw new Undecodable(what + " is no UUID");
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
