package io.orderflow.inventory.gateways;

import io.orderflow.inventory.domain.Decision;
import io.orderflow.inventory.domain.Holding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The figures of the whole stock, as the tables say them: counted anew each time, from every row.
@Repository
public class Summaries {
    private final JdbcClient jdbc;

    Summaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Where the pieces of each product are, by SKU. One statement, and so one instant: no deduction is half in it.
    /// Orders for the same lines are counted before these are taken apart. What is deducted is listed, and a listed
    /// SKU stands in a column as it is.
    public List<Holding> holdings() {
        return jdbc.sql("""
                        select p.sku, p.listed_on_hand as listed, coalesce(r.pieces, 0) as replenished, p.on_hand,
                               coalesce(h.pieces, 0) as held
                        from product p
                        left join (
                            select sku, sum(quantity) as pieces from replenishment group by sku
                        ) r on r.sku = p.sku
                        left join (
                            select split_part(line, ':', 1) as sku,
                                   sum(times * split_part(line, ':', 2)::bigint) as pieces
                            from (
                                select lines, count(*) as times from deduction
                                where decision = 'DEDUCTED'
                                group by lines
                            ) counted, string_to_table(lines, ' ') as line
                            group by 1
                        ) h on h.sku = p.sku
                        order by p.sku""").query(Holding.class).list();
    }

    /// How many orders there are of each decision.
    ///
    /// @param until only orders whose ids were made before this instant; all where null
    public Map<Decision, Long> decisions(@Nullable Instant until) {
        var counts = new EnumMap<Decision, Long>(Decision.class);
        for (Decision decision : Decision.values()) {
            counts.put(decision, 0L);
        }
        jdbc.sql("""
                        select decision, count(*) as orders from deduction
                        where :until::timestamptz is null or order_id < uuid_floor(:until)
                        group by decision""")
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    counts.put(Decision.valueOf(row.getString("decision")), row.getLong("orders"));
                });
        return counts;
    }
}
