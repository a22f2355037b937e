package io.orderflow.messaging.outbox;

import com.rabbitmq.client.AMQP;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A fact on its way: one row of the outbox.
record OutboxRow(
        long id,
        UUID eventId,
        String subject,
        String routingKey,
        @Nullable UUID causationId,
        @Nullable String traceparent,
        String payload,
        Instant createdAt,
        int attempts) {
    private static final int PERSISTENT = 2;

    /// Its envelope; the same whenever it is sent.
    ///
    /// @param service who says it
    /// @param user    the service's name on the broker
    AMQP.BasicProperties properties(String service, String user) {
        Map<String, Object> headers = new HashMap<>();
        headers.put("attempt", 1);
        if (causationId != null) {
            headers.put("causation-id", causationId.toString());
        }
        if (traceparent != null) {
            headers.put("traceparent", traceparent);
        }
        return new AMQP.BasicProperties.Builder()
                .messageId(eventId.toString())
                .type(routingKey)
                .appId(service)
                .userId(user)
                .correlationId(subject)
                .timestamp(Date.from(createdAt))
                .contentType("application/json")
                .deliveryMode(PERSISTENT)
                .headers(headers)
                .build();
    }
}
