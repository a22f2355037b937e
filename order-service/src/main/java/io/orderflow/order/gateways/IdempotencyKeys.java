package io.orderflow.order.gateways;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which order each `Idempotency-Key` stands for. Kept in the transaction that accepts the order: so a key stands for
/// an order if, and only if, there is one.
@Repository
public class IdempotencyKeys {
    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a key was used for.
    ///
    /// @param fingerprint of what was asked with it
    /// @param orderId     the order that it stands for
    public record Use(String fingerprint, UUID orderId) {}

    /// Takes the key until the transaction ends; false while another transaction, of whichever instance, has it.
    public boolean take(String key) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /// What a key that was taken was used for before.
    public Optional<Use> use(String key) {
        return jdbc.sql("select fingerprint, order_id from idempotency_key where key = :key")
                .param("key", key)
                .query((row, _) -> new Use(row.getString(1), row.getObject(2, UUID.class)))
                .optional();
    }

    public void keep(String key, Use use) {
        jdbc.sql("insert into idempotency_key (key, fingerprint, order_id) values (:key, :fingerprint, :orderId)")
                .param("key", key)
                .param("fingerprint", use.fingerprint())
                .param("orderId", use.orderId())
                .update();
    }
}
