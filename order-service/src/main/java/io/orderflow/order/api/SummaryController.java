package io.orderflow.order.api;

import io.orderflow.messaging.web.Refusal;
import io.orderflow.order.application.LookingUpOrders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// All orders in figures, for the operator and for whoever audits.
@RestController
class SummaryController {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final LookingUpOrders lookingUp;

    SummaryController(LookingUpOrders lookingUp) {
        this.lookingUp = lookingUp;
    }

    @GetMapping("/orders/summary")
    SummaryView summary(@RequestParam(name = "until", required = false) @Nullable Instant until) {
        if (until != null && (until.isBefore(FIRST) || until.isAfter(LAST))) {
            String wrong = "must be an instant from the year 1970 to the year 9999";
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", "until " + wrong)
                    .with("errors", List.of(Map.of("field", "until", "message", wrong)));
        }
        return SummaryView.of(until, lookingUp.figures(until));
    }
}
