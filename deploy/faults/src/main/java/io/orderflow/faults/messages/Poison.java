package io.orderflow.faults.messages;

import com.rabbitmq.client.AMQP;
import io.orderflow.faults.running.Service;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/// A message that nobody can make sense of.
///
/// @param mark by which it is known again
/// @param kind what is wrong with it
record Poison(String mark, Kind kind) {
    /// The header that carries [#mark].
    static final String MARK = "poison";

    private static final int DEEP = 10_000;
    private static final int BIG = 2 * 1024 * 1024;
    private static final String ORDER = "v1.order.created";

    /// What can be wrong with a message.
    enum Kind {
        BROKEN_JSON,
        BAD_UTF_8,
        EMPTY,
        NESTED,
        UNKNOWN_TYPE,
        UNKNOWN_VERSION,
        WITHOUT_ID,
        TOO_BIG
    }

    byte[] body() {
        return switch (kind) {
            case BROKEN_JSON -> text("{\"orderId\":");
            case BAD_UTF_8 -> new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', (byte) 0xFF, '}'};
            case EMPTY -> new byte[0];
            case NESTED -> text("[".repeat(DEEP) + "]".repeat(DEEP));
            case UNKNOWN_TYPE, UNKNOWN_VERSION, WITHOUT_ID -> text("{}");
            case TOO_BIG -> text("\"" + "x".repeat(BIG) + "\"");
        };
    }

    /// Says of itself that it is an event that the service reads, unless that is what is wrong.
    AMQP.BasicProperties properties(Service reader) {
        String type = switch (kind) {
            case UNKNOWN_TYPE -> "v1.nobody.heard";
            case UNKNOWN_VERSION -> "v9.order.created";
            default -> reader == Service.ORDER ? "v1.payment.processed" : ORDER;
        };
        return new AMQP.BasicProperties.Builder()
                .type(type)
                .messageId(kind == Kind.WITHOUT_ID ? null : UUID.randomUUID().toString())
                .contentType("application/json")
                .deliveryMode(2)
                .headers(Map.of(MARK, mark))
                .build();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
