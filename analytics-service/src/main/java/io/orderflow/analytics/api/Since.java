package io.orderflow.analytics.api;

import io.orderflow.messaging.web.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A moment that is asked for, such as where the window of a summary begins: an instant, or a duration before the
/// present.
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
        return text == null ? BEGINNING : of("since", text, now);
    }

    /// Reads the parameter of this name.
    ///
    /// @throws Refusal for anything but an instant or a duration
    static Instant of(String parameter, String text, Instant now) {
        try {
            Instant since = text.startsWith("P")
                    ? now.minus(notNegative(parameter, Duration.parse(text)))
                    : Instant.parse(text);
            if (since.isBefore(BEGINNING) || since.isAfter(END)) {
                throw refusal(parameter);
            }
            return since;
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw refusal(parameter);
        }
    }

    private static Duration notNegative(String parameter, Duration duration) {
        if (duration.isNegative()) {
            throw refusal(parameter);
        }
        return duration;
    }

    private static Refusal refusal(String parameter) {
        String message = "must be an instant from 1970 on such as 2026-03-01T12:00:00Z, or a duration such as PT1H";
        return new Refusal(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", parameter + " " + message)
                .with("errors", List.of(Map.of("field", parameter, "message", message)));
    }
}
