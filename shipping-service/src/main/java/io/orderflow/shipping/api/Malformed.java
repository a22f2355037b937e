package io.orderflow.shipping.api;

import io.orderflow.messaging.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/// Refuses what the annotations of a request cannot say, in the same form as they do.
final class Malformed {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Malformed() {}

    /// Refuses a time that no database can keep.
    static void refuseUnlessInOurTime(Instant time, String field) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw refusal(field, "must be an instant from the year 1970 to the year 9999");
        }
    }

    static Refusal refusal(String field, String message) {
        return new Refusal(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", field + " " + message)
                .with("errors", List.of(Map.of("field", field, "message", message)));
    }
}
