package io.orderflow.analytics.gateways;

import io.orderflow.analytics.domain.AuditRule;
import io.orderflow.messaging.meters.Sampled;
import io.orderflow.messaging.meters.Samples;
import java.util.Map;
import org.springframework.stereotype.Component;

/// `orderflow.discrepancies`: how many discrepancies are open, by `rule`. Each instance tells what the database says, a
/// few seconds late at most; while the database is away it tells nothing (NaN).
@Component
class DiscrepancyGauges {
    DiscrepancyGauges(Samples samples, Discrepancies discrepancies) {
        Sampled<Map<String, Long>> open = samples.of("discrepancies", discrepancies::open);
        for (AuditRule rule : AuditRule.all()) {
            open.gauge(
                    "orderflow.discrepancies",
                    "What must always hold and does not, by rule",
                    seen -> seen.getOrDefault(rule.rule(), 0L),
                    "rule",
                    rule.rule());
        }
    }
}
