package io.orderflow.analytics.api;

import io.orderflow.analytics.gateways.Summaries;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /analytics/summary`, for the operator.
@RestController
class SummaryController {
    private final Summaries summaries;
    private final Clock clock;

    SummaryController(Summaries summaries, Clock clock) {
        this.summaries = summaries;
        this.clock = clock;
    }

    @GetMapping("/analytics/summary")
    SummaryView summary(@RequestParam(required = false) @Nullable String since) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return SummaryView.of(summaries.since(Since.of(since, now)), now);
    }
}
