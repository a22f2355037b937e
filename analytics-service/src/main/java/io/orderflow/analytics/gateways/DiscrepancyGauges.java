package io.orderflow.analytics.gateways;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.analytics.domain.AuditRule;
import java.time.Duration;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// `orderflow.discrepancies`: how many discrepancies are open, by `rule`. Each instance tells what the database says, a
/// few seconds late at most; while the database is away it tells nothing (NaN).
@Component
class DiscrepancyGauges {
    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

    private final Discrepancies discrepancies;
    private Map<String, Long> open = Map.of();
    private boolean known;
    private long asked;

    DiscrepancyGauges(Discrepancies discrepancies, MeterRegistry registry) {
        this.discrepancies = discrepancies;
        for (AuditRule rule : AuditRule.all()) {
            Gauge.builder("orderflow.discrepancies", this, gauges -> gauges.openBy(rule.rule()))
                    .description("What must always hold and does not, by rule")
                    .tag("rule", rule.rule())
                    .register(registry);
        }
    }

    private synchronized double openBy(String rule) {
        long now = System.nanoTime();
        if (!known || now - asked > FRESH_NANOS) {
            try {
                open = discrepancies.open();
                known = true;
                asked = now;
            } catch (DataAccessException away) {
                known = false;
                return Double.NaN;
            }
        }
        return open.getOrDefault(rule, 0L);
    }
}
