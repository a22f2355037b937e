package io.orderflow.order.api;

import io.orderflow.order.application.LookingUpOrders;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// All orders in figures, for the operator and for whoever audits.
@RestController
class SummaryController {
    private final LookingUpOrders lookingUp;

    SummaryController(LookingUpOrders lookingUp) {
        this.lookingUp = lookingUp;
    }

    @GetMapping("/orders/summary")
    SummaryView summary(@RequestParam(name = "until", required = false) @Nullable Instant until) {
        return SummaryView.of(until, lookingUp.figures(until));
    }
}
