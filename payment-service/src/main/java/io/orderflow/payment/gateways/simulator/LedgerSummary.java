package io.orderflow.payment.gateways.simulator;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The provider's books in a few numbers.
///
/// @param requests                  how many requests there were
/// @param ordersCharged             for how many orders money was captured
/// @param ordersRefunded            for how many orders money was given back
/// @param refundsRefused            how many refunds were refused
/// @param ordersChargedMoreThanOnce which orders were charged twice or more; at most 100, and none if all is well
/// @param ordersRefundedMoreThanOnce which orders were refunded twice or more, likewise
/// @param sums                      how much, by currency
public record LedgerSummary(
        long requests,
        long ordersCharged,
        long ordersRefunded,
        long refundsRefused,
        List<UUID> ordersChargedMoreThanOnce,
        List<UUID> ordersRefundedMoreThanOnce,
        List<Sum> sums) {
    /// What moved in one currency, as decimal strings.
    public record Sum(String currency, String captured, String refunded) {}

    private static final String TWICE = """
            select order_id from provider.entry where kind = ?
             group by order_id having count(*) > 1 order by order_id limit 100""";

    static LedgerSummary of(JdbcClient jdbc) {
        return new LedgerSummary(
                jdbc.sql("select count(*) from provider.request")
                        .query(Long.class)
                        .single(),
                orders(jdbc, LedgerEntry.Kind.CAPTURE),
                orders(jdbc, LedgerEntry.Kind.REFUND),
                jdbc.sql("select count(*) from provider.entry where kind = 'REFUND_REFUSED'")
                        .query(Long.class)
                        .single(),
                twice(jdbc, LedgerEntry.Kind.CAPTURE),
                twice(jdbc, LedgerEntry.Kind.REFUND),
                sums(jdbc));
    }

    private static long orders(JdbcClient jdbc, LedgerEntry.Kind kind) {
        return jdbc.sql("select count(distinct order_id) from provider.entry where kind = ?")
                .param(kind.name())
                .query(Long.class)
                .single();
    }

    private static List<UUID> twice(JdbcClient jdbc, LedgerEntry.Kind kind) {
        return jdbc.sql(TWICE).param(kind.name()).query(UUID.class).list();
    }

    private static List<Sum> sums(JdbcClient jdbc) {
        return jdbc.sql("""
                select currency,
                       coalesce(sum(amount) filter (where kind = 'CAPTURE'), 0)::text as captured,
                       coalesce(sum(amount) filter (where kind = 'REFUND'), 0)::text as refunded
                  from provider.entry group by currency order by currency""")
                .query((row, number) ->
                        new Sum(row.getString("currency"), row.getString("captured"), row.getString("refunded")))
                .list();
    }
}
