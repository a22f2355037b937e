package io.orderflow.analytics.gateways;

import io.orderflow.analytics.gateways.Summary.Funnel;
import io.orderflow.analytics.gateways.Summary.Mail;
import io.orderflow.analytics.gateways.Summary.Revenue;
import io.orderflow.analytics.gateways.Summary.Step;
import io.orderflow.analytics.gateways.Summary.Steps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Counts and times what was folded, whenever it is asked. All of one answer is from one moment.
@Repository
public class Summaries {
    private static final String STATUSES =
            "select status, count(*) from saga where first_at >= :since group by status order by status";

    private static final String FUNNEL = """
            select count(placed_at), count(paid_at), count(deducted_at), count(coalesce(shipped_at, delivered_at)),
                   count(delivered_at)
              from saga where first_at >= :since""";

    private static final String REVENUE = """
            select currency,
                   coalesce(sum(coalesce(total, captured)) filter (where coalesce(shipped_at, delivered_at) is not null), 0) as shipped,
                   coalesce(sum(captured), 0) as captured,
                   coalesce(sum(refunded), 0) as refunded
              from saga where first_at >= :since and currency is not null
             group by currency order by currency""";

    private static final String FAILURES = """
            select failure_reason, count(*) from saga
             where first_at >= :since and failure_reason is not null and cancellation_reason is null
             group by failure_reason order by count(*) desc, failure_reason""";

    private static final String CANCELLATIONS = """
            select cancellation_reason, count(*) from saga
             where first_at >= :since and cancellation_reason is not null
             group by cancellation_reason order by count(*) desc, cancellation_reason""";

    private static final String OPEN_REFUNDS = "select count(refund_open_since) from saga where first_at >= :since";

    private static final String STEPS = """
            with step as (
              select date_part('epoch', paid_at - placed_at) * 1000 as placed_to_paid,
                     date_part('epoch', deducted_at - paid_at) * 1000 as paid_to_deducted,
                     date_part('epoch', shipped_at - deducted_at) * 1000 as deducted_to_shipped,
                     date_part('epoch', delivered_at - shipped_at) * 1000 as shipped_to_delivered,
                     date_part('epoch', ended_at - placed_at) * 1000 as placed_to_end
                from saga where first_at >= :since)
            select count(placed_to_paid), count(paid_to_deducted), count(deducted_to_shipped),
                   count(shipped_to_delivered), count(placed_to_end),
                   percentile_cont(array[0.5, 0.95, 0.99]) within group (order by placed_to_paid),
                   percentile_cont(array[0.5, 0.95, 0.99]) within group (order by paid_to_deducted),
                   percentile_cont(array[0.5, 0.95, 0.99]) within group (order by deducted_to_shipped),
                   percentile_cont(array[0.5, 0.95, 0.99]) within group (order by shipped_to_delivered),
                   percentile_cont(array[0.5, 0.95, 0.99]) within group (order by placed_to_end)
              from step""";

    private static final String MAIL = """
            select count(sent_at), count(*) filter (where sent_at is null)
              from notification where first_at >= :since""";

    private static final String EVENTS =
            "select type, count(*) from event_log where occurred_at >= :since group by type order by type";

    private final JdbcClient jdbc;

    Summaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The summary of what began, or happened, from an instant on.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Summary since(Instant since) {
        return new Summary(
                since,
                statuses(since),
                ask(FUNNEL, since)
                        .query((row, _) -> new Funnel(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                        .single(),
                ask(REVENUE, since)
                        .query((row, _) -> new Revenue(
                                row.getString("currency"),
                                row.getBigDecimal("shipped"),
                                row.getBigDecimal("captured"),
                                row.getBigDecimal("refunded")))
                        .list(),
                counts(FAILURES, since),
                counts(CANCELLATIONS, since),
                ask(OPEN_REFUNDS, since).query(Long.class).single(),
                ask(STEPS, since)
                        .query((row, _) ->
                                new Steps(step(row, 1), step(row, 2), step(row, 3), step(row, 4), step(row, 5)))
                        .single(),
                ask(MAIL, since)
                        .query((row, _) -> new Mail(row.getLong(1), row.getLong(2)))
                        .single(),
                counts(EVENTS, since));
    }

    private StatementSpec ask(String query, Instant since) {
        return jdbc.sql(query).param("since", since.atOffset(ZoneOffset.UTC));
    }

    private Map<SagaStatus, Long> statuses(Instant since) {
        Map<String, Long> found = counts(STATUSES, since);
        var all = new EnumMap<SagaStatus, Long>(SagaStatus.class);
        for (SagaStatus status : SagaStatus.values()) {
            all.put(status, found.getOrDefault(status.name(), 0L));
        }
        return all;
    }

    private Map<String, Long> counts(String query, Instant since) {
        var counts = new LinkedHashMap<String, Long>();
        ask(query, since).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        long orders = row.getLong(number);
        if (orders == 0) {
            return new Step(0, null, null, null);
        }
        List<Double> percentiles = List.of((Double[]) row.getArray(number + 5).getArray());
        return new Step(orders, tenths(percentiles.get(0)), tenths(percentiles.get(1)), tenths(percentiles.get(2)));
    }

    private static double tenths(double millis) {
        return Math.round(millis * 10) / 10.0;
    }
}
