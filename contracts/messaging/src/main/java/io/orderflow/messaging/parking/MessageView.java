package io.orderflow.messaging.parking;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderflow.messaging.inbox.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One parked message with all that it has; also what is kept of one that is thrown away.
///
/// @param key          by which it can be asked for again
/// @param group        the group that it is in
/// @param messageId    the event's id
/// @param type         the event's type
/// @param source       the service that said it
/// @param subject      the order's id or the product's SKU
/// @param causationId  the event that this one reacts to
/// @param traceparent  W3C trace context
/// @param sentAt       when it was said, to the second
/// @param attempts     how often it was tried
/// @param because      why it is here
/// @param since        when it came here
/// @param redeliveries how often it was given out and came back, by looking too
/// @param size         of the body, in bytes
/// @param headers      all of them
/// @param encoding     `utf-8`, or `base64` where the body is no text
/// @param body         the body, untouched
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageView(
        String key,
        String group,
        @Nullable String messageId,
        @Nullable String type,
        @Nullable String source,
        @Nullable String subject,
        @Nullable String causationId,
        @Nullable String traceparent,
        @Nullable String sentAt,
        @Nullable String attempts,
        String because,
        @Nullable String since,
        long redeliveries,
        int size,
        Map<String, Object> headers,
        String encoding,
        String body) {
    private static final String DELIVERIES = "x-delivery-count";

    static MessageView of(Parked message) {
        var properties = message.properties();
        Date sent = properties.getTimestamp();
        String text = text(message.body());
        return new MessageView(
                message.key(),
                Group.of(message).id(),
                clean(properties.getMessageId()),
                clean(message.type()),
                clean(properties.getAppId()),
                clean(properties.getCorrelationId()),
                clean(message.header(Headers.CAUSATION)),
                clean(message.header(Headers.TRACE)),
                sent == null ? null : sent.toInstant().toString(),
                clean(message.header(Headers.ATTEMPT)),
                String.valueOf(clean(message.because())),
                clean(message.header(Headers.SINCE)),
                message.headers().get(DELIVERIES) instanceof Number number
                        ? number.longValue()
                        : message.again() ? 1 : 0,
                message.body().length,
                headers(message.headers()),
                text == null ? "base64" : "utf-8",
                text == null ? Base64.getEncoder().encodeToString(message.body()) : text);
    }

    /// The body if it is text, and such that PostgreSQL's `jsonb` can keep it, which knows no NUL; else
    /// null.
    private static @Nullable String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.indexOf('\0') < 0 ? text : null;
        } catch (CharacterCodingException noText) {
            return null;
        }
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\u2400');
    }

    private static Map<String, Object> headers(Map<?, ?> headers) {
        var plain = new TreeMap<String, Object>();
        headers.forEach((name, value) -> plain.put(String.valueOf(clean(String.valueOf(name))), plain(value)));
        return plain;
    }

    /// AMQP knows more kinds of values than JSON.
    private static Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean yes -> yes;
            case Number number -> number;
            case Date date -> date.toInstant().toString();
            case Map<?, ?> table -> headers(table);
            case List<?> list -> list.stream().map(MessageView::plain).toList();
            case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
            default -> String.valueOf(clean(value.toString()));
        };
    }
}
