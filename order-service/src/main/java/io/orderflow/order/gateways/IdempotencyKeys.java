package io.orderflow.order.gateways;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.stereotype.Repository;

/// Which order each `Idempotency-Key` stands for. Kept in the transaction that accepts the order: so a key stands for
/// an order if, and only if, there is one.
@Repository
public class IdempotencyKeys {
    private static final String TAKE =
            "select key from unnest(?::text[]) as key where pg_try_advisory_xact_lock(hashtextextended(key, 0))";

    private static final String USES =
            "select key, fingerprint, order_id from idempotency_key where key = any(?::text[])";

    private static final String KEEP = """
            insert into idempotency_key (key, fingerprint, order_id)
            select * from unnest(?::text[], ?::text[], ?::uuid[])
            """;

    private final JdbcTemplate jdbc;

    IdempotencyKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// What a key was used for.
    ///
    /// @param fingerprint of what was asked with it
    /// @param orderId     the order that it stands for
    public record Use(String fingerprint, UUID orderId) {}

    /// Takes the keys until the transaction ends.
    ///
    /// @return those that no other transaction, of whichever instance, has
    public Set<String> take(Collection<String> keys) {
        var taken = new HashSet<String>();
        if (!keys.isEmpty()) {
            jdbc.query(TAKE, all(keys), row -> {
                taken.add(row.getString(1));
            });
        }
        return taken;
    }

    /// What those keys that were taken were used for before; a statement after [#take], so that it sees what whoever
    /// had the key has committed.
    public Map<String, Use> uses(Collection<String> keys) {
        var uses = new HashMap<String, Use>();
        if (!keys.isEmpty()) {
            jdbc.query(USES, all(keys), row -> {
                uses.put(row.getString(1), new Use(row.getString(2), row.getObject(3, UUID.class)));
            });
        }
        return uses;
    }

    /// Keeps what the keys stand for.
    public void keep(Map<String, Use> uses) {
        if (!uses.isEmpty()) {
            jdbc.update(KEEP, statement -> {
                var connection = statement.getConnection();
                statement.setArray(
                        1, connection.createArrayOf("text", uses.keySet().toArray()));
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "text",
                                uses.values().stream().map(Use::fingerprint).toArray()));
                statement.setArray(
                        3,
                        connection.createArrayOf(
                                "uuid", uses.values().stream().map(Use::orderId).toArray()));
            });
        }
    }

    private static PreparedStatementSetter all(Collection<String> keys) {
        return statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", keys.toArray()));
    }
}
