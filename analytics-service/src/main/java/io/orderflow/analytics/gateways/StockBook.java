package io.orderflow.analytics.gateways;

import io.orderflow.analytics.domain.StockBalance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The movements of each product's stock, taken from the log: each once, by what moved and for whom, however often it
/// was said.
@Repository
public class StockBook {
    /// What was heard so long ago is in the log for certain: no transaction is open so long.
    private static final Duration LATE_COMMITS = Duration.ofMinutes(2);

    private static final String TAKE_IN = """
            insert into stock_movement (sku, kind, origin, quantity, on_hand, occurred_at, heard_at)
            select body ->> 'sku', 'listed', body ->> 'sku', (body ->> 'onHand')::int, null, occurred_at, heard_at
              from event_log where heard_at >= :from and type = 'v1.product.listed'
            union all
            select body ->> 'sku', 'replenished', body ->> 'replenishmentId', (body ->> 'quantity')::int,
                   (body ->> 'onHand')::int, occurred_at, heard_at
              from event_log where heard_at >= :from and type = 'v1.inventory.replenished'
            union all
            select line ->> 'sku', case type when 'v1.inventory.updated' then 'deducted' else 'released' end,
                   order_id::text, (line ->> 'quantity')::int, null, occurred_at, heard_at
              from event_log, jsonb_array_elements(body -> 'lines') as line
             where heard_at >= :from and type in ('v1.inventory.updated', 'v1.inventory.released')
             order by 1, 2, 3
            on conflict do nothing""";

    /// Additions count as soon as they are heard, deductions a while later: so a deduction that is heard before what
    /// it was taken from is no oversale. When goods moved within seconds of each other, nobody can tell from their
    /// times which moved first; then what was told is not compared.
    private static final String BALANCES = """
            with touched as (
              select distinct sku from stock_movement where heard_at >= :from
              union select about from discrepancy where rule = :rule and resolved_at is null),
            newest as (
              select distinct on (sku) sku, origin, on_hand, occurred_at
                from stock_movement join touched using (sku)
               where kind = 'replenished' and heard_at <= :quiet
               order by sku, occurred_at desc)
            select sku,
                   sum(m.quantity) filter (where kind <> 'deducted') as added,
                   coalesce(sum(m.quantity) filter (where kind = 'deducted' and heard_at <= :quiet), 0) as deducted,
                   n.on_hand as told,
                   sum(case kind when 'deducted' then -m.quantity else m.quantity end)
                     filter (where kind = 'listed' or m.occurred_at <= n.occurred_at) as expected,
                   bool_or(kind <> 'listed' and (kind, m.origin) <> ('replenished', n.origin)
                           and m.occurred_at between n.occurred_at - interval '5 seconds'
                                                 and n.occurred_at + interval '5 seconds') as crowded
              from stock_movement m join touched using (sku) left join newest n using (sku)
             group by sku, n.on_hand
            having bool_or(kind = 'listed')
             order by sku""";

    private final JdbcClient jdbc;
    private final AuditSettings settings;

    StockBook(JdbcClient jdbc, AuditSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /// Takes in what was heard of late, and balances the products of which something was.
    ///
    /// @param heardUntil up to when everything was taken in before
    public List<StockBalance> balance(Instant heardUntil, Instant now) {
        takeIn(heardUntil);
        return jdbc.sql(BALANCES)
                .param("from", from(heardUntil).atOffset(ZoneOffset.UTC))
                .param("quiet", now.minus(settings.quiet()).atOffset(ZoneOffset.UTC))
                .param("rule", StockBalance.RULE)
                .query(StockBook::read)
                .list();
    }

    /// Takes in what was heard of late.
    public void takeIn(Instant heardUntil) {
        jdbc.sql(TAKE_IN)
                .param("from", from(heardUntil).atOffset(ZoneOffset.UTC))
                .update();
    }

    private Instant from(Instant heardUntil) {
        return heardUntil.minus(LATE_COMMITS).minus(settings.quiet());
    }

    /// Notes up to when everything is taken in, and when the stock is to be judged again.
    public void judgeAgain(Instant heardUntil, Instant at) {
        jdbc.sql("update audit_round set heard_until = :heardUntil, due_at = :at where name = 'stock'")
                .param("heardUntil", heardUntil.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Up to when everything was taken in; 1970 where nothing was.
    public Instant heardUntil() {
        return jdbc.sql("select heard_until from audit_round where name = 'stock'")
                .query((row, _) -> row.getTimestamp("heard_until").toInstant())
                .single();
    }

    private static StockBalance read(ResultSet row, int number) throws SQLException {
        Long told = row.getObject("told", Integer.class) == null || row.getBoolean("crowded")
                ? null
                : Long.valueOf(row.getLong("told"));
        return new StockBalance(
                row.getString("sku"),
                row.getLong("added"),
                row.getLong("deducted"),
                told,
                told == null ? null : Long.valueOf(row.getLong("expected")));
    }
}
