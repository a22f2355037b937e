package io.orderflow.messaging.outbox;

import java.time.Instant;
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
        int attempts) {}
