package io.orderflow.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a message carries beside its fact.
///
/// @param eventId     the event's id, unique for ever; the key of idempotence
/// @param type        the event's type, which is its routing key
/// @param source      the service that said it
/// @param subject     the order's id or the product's SKU
/// @param sentAt      when it was said, to the second; the precise instant is the fact's `occurredAt`
/// @param causationId the event that this one reacts to; null for the first
/// @param traceparent W3C trace context; null where none was given
/// @param attempt     1 at first; counts the tries of this consumer
public record Envelope(
        UUID eventId,
        String type,
        String source,
        String subject,
        Instant sentAt,
        @Nullable UUID causationId,
        @Nullable String traceparent,
        int attempt) {
    /// This message as a cause, in the form in which a row of work keeps it (column `cause`, text) so that what the
    /// work leads to names what it was done for.
    public String asCause() {
        return Cause.of(this).text();
    }
}
