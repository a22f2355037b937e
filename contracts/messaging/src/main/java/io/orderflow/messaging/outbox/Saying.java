package io.orderflow.messaging.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A fact that the present transaction says, as it will stand in the outbox.
record Saying(
        UUID eventId,
        String subject,
        String routingKey,
        @Nullable UUID causationId,
        @Nullable String traceparent,
        String payload) {}
