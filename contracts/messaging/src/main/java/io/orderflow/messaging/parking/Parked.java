package io.orderflow.messaging.parking;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Delivery;
import io.orderflow.messaging.inbox.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that waits in parking.
///
/// @param key        names it to people, the same at every look: made of its id, its body, and when it was
///                   parked
/// @param tag        names it to the broker, for as long as one visit
/// @param properties what it came with
/// @param body       what it says; not to be changed
/// @param again      true if the broker has given it to somebody before
record Parked(String key, long tag, AMQP.BasicProperties properties, byte[] body, boolean again) {
    private static final int KEY_BYTES = 10;
    private static final String FIRST_DEATH = "x-first-death-reason";

    static Parked of(Delivery delivery) {
        AMQP.BasicProperties properties = delivery.getProperties();
        return new Parked(
                key(properties, delivery.getBody()),
                delivery.getEnvelope().getDeliveryTag(),
                properties,
                delivery.getBody(),
                delivery.getEnvelope().isRedeliver());
    }

    private static String key(AMQP.BasicProperties properties, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : new Object[] {
                String.valueOf(properties.getMessageId()),
                String.valueOf(headers(properties).get(Headers.SINCE))
            }) {
                digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(body), 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    private static Map<String, Object> headers(AMQP.BasicProperties properties) {
        Map<String, Object> headers = properties.getHeaders();
        return headers == null ? Map.of() : headers;
    }

    Map<String, Object> headers() {
        return headers(properties);
    }

    /// A header as text; null where it is missing.
    @Nullable
    String header(String name) {
        Object value = headers().get(name);
        return value == null ? null : value.toString();
    }

    /// The event's type; null where it says none.
    @Nullable
    String type() {
        return properties.getType();
    }

    /// Why it is here.
    String because() {
        String because = header(Headers.BECAUSE);
        if (because != null) {
            return because;
        }
        String death = header(FIRST_DEATH); // the broker itself put it here
        return death == null ? "no reason given" : "dead-lettered by the broker: " + death;
    }

    /// When it came here; null where nobody wrote it down.
    @Nullable
    Instant since() {
        String since = header(Headers.SINCE);
        try {
            return since == null ? null : Instant.parse(since);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /// Its id; null where it has none, or one that no service would accept.
    @Nullable
    UUID id() {
        String id = properties.getMessageId();
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    /// Which event it says it is, for logs.
    String name() {
        return (type() == null ? "untyped" : type()) + " "
                + (properties.getMessageId() == null ? "without id" : properties.getMessageId());
    }
}
