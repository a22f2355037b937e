package io.orderflow.analytics.gateways;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One event of the log.
///
/// @param eventId    the event's id
/// @param type       the event's type, which is its routing key
/// @param saidBy     the service that said it
/// @param causedBy   the event that it reacts to; null for the first
/// @param occurredAt when it happened
/// @param heardAt    when it was heard here
/// @param attempt    at which try it was kept
/// @param body       what it says, without personal data
public record LoggedFact(
        UUID eventId,
        String type,
        String saidBy,
        @Nullable UUID causedBy,
        Instant occurredAt,
        Instant heardAt,
        int attempt,
        JsonNode body) {}
