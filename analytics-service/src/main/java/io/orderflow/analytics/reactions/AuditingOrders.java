package io.orderflow.analytics.reactions;

import io.orderflow.analytics.domain.Finding;
import io.orderflow.analytics.domain.OrderAudit;
import io.orderflow.analytics.gateways.AuditSettings;
import io.orderflow.analytics.gateways.Discrepancies;
import io.orderflow.analytics.gateways.KeptFacts;
import io.orderflow.analytics.gateways.Sagas;
import io.orderflow.messaging.Work;
import io.orderflow.messaging.WorkTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Judges each order once it is quiet. Whatever is heard of it meanwhile makes it due anew, and takes it out of the
/// hands of whoever is judging it on less. What was found is judged again and again until it is gone.
@Component
class AuditingOrders implements Work<UUID, AuditingOrders.Judgement> {
    private final KeptFacts facts;
    private final Sagas sagas;
    private final Discrepancies discrepancies;
    private final AuditSettings settings;
    private final Clock clock;

    AuditingOrders(KeptFacts facts, Sagas sagas, Discrepancies discrepancies, AuditSettings settings, Clock clock) {
        this.facts = facts;
        this.sagas = sagas;
        this.discrepancies = discrepancies;
        this.settings = settings;
        this.clock = clock;
    }

    /// What came of judging an order.
    ///
    /// @param findings what does not hold
    /// @param wasOpen  whether something about it was open before
    /// @param next     when it is to be judged again even if nothing more is heard of it
    record Judgement(List<Finding> findings, boolean wasOpen, Optional<Instant> next) {}

    /// Not too many at once: judging can wait, hearing not.
    @Override
    public WorkTable table() {
        return new WorkTable("saga", "order_id", Duration.ofSeconds(60), 32);
    }

    @Override
    public boolean isUrgent() {
        return false;
    }

    @Override
    public UUID read(ResultSet row) throws SQLException {
        return row.getObject("order_id", UUID.class);
    }

    @Override
    public Judgement perform(UUID orderId) {
        Instant now = now();
        var heard = facts.of(orderId);
        var findings = OrderAudit.findings(heard, now, settings.patience());
        Optional<Instant> recheck = findings.isEmpty() ? Optional.empty() : Optional.of(now.plus(settings.recheck()));
        Optional<Instant> deadline = OrderAudit.nextDeadline(heard, now, settings.patience());
        return new Judgement(
                findings,
                discrepancies.anyOpen(orderId.toString()),
                Stream.of(recheck, deadline).flatMap(Optional::stream).min(Comparator.naturalOrder()));
    }

    @Override
    public void conclude(UUID orderId, Judgement judgement) {
        if (judgement.wasOpen() || !judgement.findings().isEmpty()) {
            discrepancies.settle(orderId.toString(), OrderAudit.rules(), judgement.findings(), now());
        }
        judgement.next().ifPresent(at -> sagas.judgeAgain(orderId, at));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
