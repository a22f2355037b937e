package io.orderflow.inventory.gateways;

import io.orderflow.inventory.domain.Replenishment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The deliveries of goods, in PostgreSQL.
@Repository
public class Replenishments {
    private final JdbcClient jdbc;

    Replenishments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The delivery that was booked in under this key.
    public Optional<Replenishment> under(String key) {
        return jdbc.sql("select id, sku, quantity, on_hand from replenishment where idempotency_key = ?")
                .param(key)
                .query((row, number) -> new Replenishment(
                        row.getObject("id", UUID.class),
                        row.getString("sku"),
                        row.getInt("quantity"),
                        row.getLong("on_hand")))
                .optional();
    }

    /// Keeps a delivery, unless its key is taken; waits for another transaction that is about to take it.
    public boolean add(Replenishment delivery, @Nullable String key, Instant at) {
        return jdbc.sql("""
                        insert into replenishment (id, sku, quantity, on_hand, idempotency_key, booked_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (idempotency_key) do nothing""")
                        .param(delivery.id())
                        .param(delivery.sku())
                        .param(delivery.quantity())
                        .param(delivery.onHand())
                        .param(key)
                        .param(at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
