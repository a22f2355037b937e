package io.orderflow.payment.gateways;

import io.orderflow.payment.domain.PaymentState;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All payments in a few numbers, for whoever compares them with what was said.
///
/// @param until          only orders made before that instant were counted; null for all
/// @param states         how many payments are in each state
/// @param sums           how much, by currency
/// @param openRefunds    how many refunds are not made yet, tried or waiting for a person
/// @param unknownCharges how many charges were tried more than once and are still open
public record PaymentsSummary(
        @Nullable Instant until,
        Map<PaymentState, Long> states,
        List<Sum> sums,
        long openRefunds,
        long unknownCharges) {
    /// What was captured and given back in one currency, as decimal strings; by whomever it was given back.
    public record Sum(String currency, String captured, String refunded) {}

    private static final String COUNTED = """
            from payment
            where (cast(:until as timestamptz) is null or order_id < uuid_floor(cast(:until as timestamptz)))
            """;

    static PaymentsSummary of(JdbcClient jdbc, @Nullable Instant until) {
        @Nullable Timestamp end = until == null ? null : Timestamp.from(until);
        Map<PaymentState, Long> states = states(jdbc, end);
        return new PaymentsSummary(
                until,
                states,
                sums(jdbc, end),
                states.getOrDefault(PaymentState.REFUNDING, 0L) + states.getOrDefault(PaymentState.REFUND_FAILED, 0L),
                jdbc.sql("select count(*) " + COUNTED + " and state = 'CHARGING' and attempts > 1")
                        .param("until", end)
                        .query(Long.class)
                        .single());
    }

    private static Map<PaymentState, Long> states(JdbcClient jdbc, @Nullable Timestamp end) {
        var counts = new EnumMap<PaymentState, Long>(PaymentState.class);
        for (PaymentState state : PaymentState.values()) {
            counts.put(state, 0L);
        }
        jdbc.sql("select state, count(*) as payments " + COUNTED + " group by state")
                .param("until", end)
                .query(row -> {
                    counts.put(PaymentState.valueOf(row.getString("state")), row.getLong("payments"));
                });
        return counts;
    }

    private static List<Sum> sums(JdbcClient jdbc, @Nullable Timestamp end) {
        return jdbc.sql("""
                select currency,
                       coalesce(sum(amount) filter (where charge_reference is not null), 0)::text as captured,
                       coalesce(sum(amount) filter (where state = 'REFUNDED'), 0)::text as refunded
                """ + COUNTED + " and currency is not null group by currency order by currency")
                .param("until", end)
                .query((row, number) ->
                        new Sum(row.getString("currency"), row.getString("captured"), row.getString("refunded")))
                .list();
    }
}
