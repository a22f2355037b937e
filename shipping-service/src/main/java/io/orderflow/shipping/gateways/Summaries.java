package io.orderflow.shipping.gateways;

import io.orderflow.shipping.domain.ShipmentState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The figures of all shipments, as the table says them: counted anew each time, from every row.
@Repository
public class Summaries {
    private final JdbcClient jdbc;

    Summaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many orders there are in each state.
    ///
    /// @param until only orders whose ids were made before this instant; all where null
    public Map<ShipmentState, Long> states(@Nullable Instant until) {
        var counts = new EnumMap<ShipmentState, Long>(ShipmentState.class);
        for (ShipmentState state : ShipmentState.values()) {
            counts.put(state, 0L);
        }
        jdbc.sql("""
                        select state, count(*) as orders from shipment
                        where :until::timestamptz is null or order_id < uuid_floor(:until)
                        group by state""")
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    counts.put(ShipmentState.valueOf(row.getString("state")), row.getLong("orders"));
                });
        return counts;
    }
}
