package io.orderflow.analytics.api;

import io.orderflow.analytics.application.ComparingFigures;
import io.orderflow.analytics.domain.AuditRule;
import io.orderflow.analytics.gateways.Discrepancies;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/audit`: what must hold, what does not, and the comparison with the owners of figures. For the operator.
@RestController
@RequestMapping("/audit")
class AuditController {
    /// What is younger is on its way.
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final Discrepancies discrepancies;
    private final ComparingFigures comparing;
    private final Clock clock;

    AuditController(Discrepancies discrepancies, ComparingFigures comparing, Clock clock) {
        this.discrepancies = discrepancies;
        this.comparing = comparing;
        this.clock = clock;
    }

    /// All rules.
    record Rules(List<AuditRule> rules) {}

    @GetMapping("/rules")
    Rules rules() {
        return new Rules(AuditRule.all());
    }

    @GetMapping("/discrepancies")
    DiscrepancyPage discrepancies(
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        return DiscrepancyPage.of(discrepancies.newest(open, after, limit + 1), limit);
    }

    @PostMapping("/comparisons")
    ComparisonView compare(@RequestParam(required = false) @Nullable String until) throws InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant bound = until == null ? now.minus(ON_ITS_WAY) : Since.of("until", until, now);
        return ComparisonView.of(bound, comparing.compare(bound));
    }
}
