package io.orderflow.analytics.gateways;

import io.orderflow.analytics.gateways.Rows.Column;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/// The one statement that takes note of facts. What a row becomes depends on which facts were heard, not on when or how
/// often: a time is the earliest that was told, an amount the greatest, a text the least.
///
/// Whatever is told of an order makes it due for the auditor a while later, anew, and takes it from an auditor who is
/// just judging it on less.
final class SagaFold {
    private static final String QUIET = "quiet";

    private final String statement;
    private final List<Column<Told>> columns;

    /// @param quiet how long nothing is to be heard of an order before it is judged
    SagaFold(Duration quiet) {
        Map<String, Column<Told>> byName = columns();
        byName.put(QUIET, new Column<>("interval", _ -> quiet));
        this.columns = List.copyOf(byName.values());
        this.statement = statement(String.join(", ", byName.keySet()));
    }

    void write(JdbcTemplate jdbc, Collection<Told> told) {
        Rows.write(jdbc, statement, told, columns);
    }

    private static Map<String, Column<Told>> columns() {
        var columns = new LinkedHashMap<String, Column<Told>>();
        columns.put("order_id", new Column<>("uuid", Told::orderId));
        for (Milestone milestone : Milestone.values()) {
            columns.put(milestone.column(), new Column<>("timestamptz", told -> told.at(milestone)));
        }
        columns.put("currency", new Column<>("text", Told::currency));
        columns.put("total", new Column<>("numeric", Told::total));
        columns.put("captured", new Column<>("numeric", Told::captured));
        columns.put("refunded", new Column<>("numeric", Told::refunded));
        columns.put("failure_reason", new Column<>("text", Told::failureReason));
        columns.put("cancellation_reason", new Column<>("text", Told::cancellationReason));
        columns.put("first_at", new Column<>("timestamptz", told -> told.span().firstAt()));
        columns.put("last_at", new Column<>("timestamptz", told -> told.span().lastAt()));
        columns.put("last_fact", new Column<>("text", told -> told.span().lastFact()));
        return columns;
    }

    /// In PostgreSQL `least` and `greatest` pass over nulls: what is known stays known. The collation "C" compares
    /// texts as Java does.
    private static String statement(String names) {
        String known = names.substring(0, names.length() - ", ".length() - QUIET.length());
        String parameters = names.replaceAll("\\w+", "?");
        String milestones = List.of(Milestone.values()).stream()
                .map(Milestone::column)
                .map("%1$s = least(known.%1$s, excluded.%1$s)"::formatted)
                .collect(Collectors.joining(",\n  "));
        return """
                insert into saga as known (%s, due_at)
                select %s, now() + quiet from unnest(%s) as told (%s)
                on conflict (order_id) do update set
                  %s,
                  currency            = least(known.currency collate "C", excluded.currency collate "C"),
                  total               = greatest(known.total, excluded.total),
                  captured            = greatest(known.captured, excluded.captured),
                  refunded            = greatest(known.refunded, excluded.refunded),
                  failure_reason      = least(known.failure_reason collate "C", excluded.failure_reason collate "C"),
                  cancellation_reason = least(known.cancellation_reason collate "C",
                                              excluded.cancellation_reason collate "C"),
                  first_at            = least(known.first_at, excluded.first_at),
                  last_at             = greatest(known.last_at, excluded.last_at),
                  last_fact           = case
                    when (excluded.last_at, excluded.last_fact collate "C")
                       > (known.last_at, known.last_fact collate "C")
                    then excluded.last_fact else known.last_fact end,
                  due_at              = excluded.due_at,
                  lease               = null""".formatted(known, known, parameters, names, milestones);
    }
}
