package io.orderflow.messaging.outbox;

import io.orderflow.events.EventTypes;
import io.orderflow.messaging.ThisService;
import io.orderflow.messaging.web.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What an operator asks to be said again.
///
/// @param which     the facts
/// @param to        who is to hear them
/// @param perSecond how many a second; null: as fast as they go
record ReplayRequest(Selection which, Audience to, @Nullable Integer perSecond) {
    private static final int FASTEST = 5000;
    private static final Pattern SERVICE = Pattern.compile("[a-z]{1,50}");

    /// Reads it.
    ///
    /// @throws Refusal 400 `invalid-request` naming the member
    static ReplayRequest of(Selection which, @Nullable String reader, @Nullable Integer rate) {
        if (reader != null && !SERVICE.matcher(reader).matches()) {
            throw invalid("reader", "is no name of a service");
        }
        if (rate != null && (rate < 1 || rate > FASTEST)) {
            throw invalid("rate", "must be from 1 to " + FASTEST + " facts a second");
        }
        return new ReplayRequest(which, new Audience(reader), rate);
    }

    /// Reads which facts of this service are meant.
    ///
    /// @param types routing keys, separated by commas
    /// @throws Refusal 400 `invalid-request` naming the member
    static Selection selection(
            ThisService service,
            @Nullable String types,
            @Nullable String about,
            @Nullable Instant from,
            @Nullable Instant to) {
        if (about != null && about.isBlank()) {
            throw invalid("about", "must not be blank");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw invalid("from", "must be before to");
        }
        return new Selection(types == null ? null : keys(service, types), about, from, to);
    }

    /// Reads a time.
    ///
    /// @throws Refusal 400 `invalid-request` naming the field
    static @Nullable Instant time(String field, @Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException wrong) {
            throw invalid(field, "must be a time like 2026-11-20T10:15:30Z");
        }
    }

    /// Reads a pace.
    ///
    /// @throws Refusal 400 `invalid-request` naming it
    static @Nullable Integer rate(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException wrong) {
            throw invalid("rate", "must be a whole number of facts a second");
        }
    }

    private static List<String> keys(ThisService service, String types) {
        List<String> keys = Arrays.stream(types.split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
        for (String key : keys) {
            var type = EventTypes.byKey().get(key);
            if (type == null) {
                throw invalid("types", "has an unknown event type: " + shortened(key));
            }
            if (!service.says().contains(type)) {
                throw invalid("types", "has " + key + ", which " + service.name() + " does not say");
            }
        }
        return keys;
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static Refusal invalid(String field, String message) {
        return new Refusal(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", field + " " + message)
                .with("errors", List.of(Map.of("field", field, "message", message)));
    }
}
