package io.orderflow.analytics.api;

import io.orderflow.messaging.web.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Where the window of a summary begins: an instant, or a duration before the present.
final class Since {
    /// Before anything happened.
    static final Instant BEGINNING = Instant.EPOCH;

    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

    private Since() {}

    /// Reads `2026-03-01T12:00:00Z` or `PT1H` (ISO 8601).
    ///
    /// @param text null for no window
    /// @throws Refusal for anything else
    static Instant of(@Nullable String text, Instant now) {
        if (text == null) {
            return BEGINNING;
        }
        try {
            Instant since = text.startsWith("P") ? now.minus(notNegative(Duration.parse(text))) : Instant.parse(text);
            if (since.isBefore(BEGINNING) || since.isAfter(END)) {
                throw refusal();
            }
            return since;
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw refusal();
        }
    }

    private static Duration notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw refusal();
        }
        return duration;
    }

    private static Refusal refusal() {
        String message = "must be an instant from 1970 on such as 2026-03-01T12:00:00Z, or a duration such as PT1H";
        return new Refusal(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", "since " + message)
                .with("errors", List.of(Map.of("field", "since", "message", message)));
    }
}
