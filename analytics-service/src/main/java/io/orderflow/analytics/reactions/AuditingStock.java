package io.orderflow.analytics.reactions;

import io.orderflow.analytics.domain.StockBalance;
import io.orderflow.analytics.gateways.AuditSettings;
import io.orderflow.analytics.gateways.Discrepancies;
import io.orderflow.analytics.gateways.StockBook;
import io.orderflow.messaging.Work;
import io.orderflow.messaging.WorkTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/// Judges, again and again, the stock of the products of which something was heard of late.
@Component
class AuditingStock implements Work<AuditingStock.Round, AuditingStock.Judgement> {
    private final StockBook book;
    private final Discrepancies discrepancies;
    private final AuditSettings settings;
    private final Clock clock;

    AuditingStock(StockBook book, Discrepancies discrepancies, AuditSettings settings, Clock clock) {
        this.book = book;
        this.discrepancies = discrepancies;
        this.settings = settings;
        this.clock = clock;
    }

    /// One time that the stock is judged.
    ///
    /// @param heardUntil up to when everything was taken in before
    record Round(Instant heardUntil) {}

    /// What came of it.
    record Judgement(Instant at, List<StockBalance> balances) {}

    @Override
    public WorkTable table() {
        return new WorkTable("audit_round", "id", Duration.ofMinutes(5), 1);
    }

    @Override
    public boolean isUrgent() {
        return false;
    }

    @Override
    public Round read(ResultSet row) throws SQLException {
        return new Round(row.getTimestamp("heard_until").toInstant());
    }

    @Override
    public Judgement perform(Round round) {
        Instant now = now();
        return new Judgement(now, book.balance(round.heardUntil(), now));
    }

    @Override
    public void conclude(Round round, Judgement judgement) {
        for (StockBalance balance : judgement.balances()) {
            discrepancies.settle(balance.sku(), List.of(StockBalance.RULE), balance.findings(), now());
        }
        book.judgeAgain(judgement.at(), now().plus(settings.stockEvery()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
