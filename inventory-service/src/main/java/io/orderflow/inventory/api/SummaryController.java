package io.orderflow.inventory.api;

import io.orderflow.inventory.gateways.Summaries;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The figures of the whole stock, for the operator and the auditor.
@RestController
class SummaryController {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final Summaries summaries;

    SummaryController(Summaries summaries) {
        this.summaries = summaries;
    }

    @GetMapping("/inventory/summary")
    SummaryView summary(@RequestParam(required = false) @Nullable Instant until) {
        Malformed.refuseUnless(
                until == null || !until.isBefore(FIRST) && !until.isAfter(LAST),
                "until",
                "must be an instant from the year 1970 to the year 9999");
        return new SummaryView(until, summaries.decisions(until), summaries.holdings());
    }
}
