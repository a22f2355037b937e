package io.orderflow.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a fact is said because of: the id of an event and, where there is one, its trace context. The starter sets it
/// around each reaction and each conclusion of work; services meet it only as the text of [Envelope#asCause].
///
/// @param eventId     the event that caused it
/// @param traceparent W3C trace context of that event; null where there is none
public record Cause(UUID eventId, @Nullable String traceparent) {
    private static final ScopedValue<Cause> CURRENT = ScopedValue.newInstance();

    /// The event in the envelope as a cause.
    public static Cause of(Envelope envelope) {
        return new Cause(envelope.eventId(), envelope.traceparent());
    }

    /// The cause of what happens at present on this thread; null where nothing caused it but a request.
    public static @Nullable Cause current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /// Reads what [#text] wrote; null for null or blank.
    ///
    /// @throws IllegalArgumentException for any other text
    public static @Nullable Cause parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        int space = text.indexOf(' ');
        return space < 0
                ? new Cause(UUID.fromString(text), null)
                : new Cause(UUID.fromString(text.substring(0, space)), text.substring(space + 1));
    }

    /// Runs an action with a cause; with none if it is null.
    public static void during(@Nullable Cause cause, Runnable action) {
        if (cause == null) {
            action.run();
        } else {
            ScopedValue.where(CURRENT, cause).run(action);
        }
    }

    /// The cause in one line, as a row of work keeps it.
    public String text() {
        return traceparent == null ? eventId.toString() : eventId + " " + traceparent;
    }
}
