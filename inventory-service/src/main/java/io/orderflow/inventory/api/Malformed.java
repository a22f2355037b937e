package io.orderflow.inventory.api;

import io.orderflow.messaging.web.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/// Refuses what stands outside a request's body, in the same form as what stands in it.
final class Malformed {
    private Malformed() {}

    static void refuseUnless(boolean wellFormed, String field, String message) {
        if (!wellFormed) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", field + " " + message)
                    .with("errors", List.of(Map.of("field", field, "message", message)));
        }
    }
}
