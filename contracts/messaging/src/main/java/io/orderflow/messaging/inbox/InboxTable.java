package io.orderflow.messaging.inbox;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/// The ids of the events that this service has heard. An id is inserted in the transaction of the reaction: so either
/// both have happened, or neither.
final class InboxTable {
    /// Sorted, so that two instances that were given the same messages wait for each other in the same order.
    private static final String INSERT = """
            insert into inbox (event_id) select id from unnest(?::uuid[]) as id order by id
            on conflict do nothing returning event_id
            """;

    private final JdbcTemplate jdbc;

    InboxTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Notes these ids and gives back those that are new.
    Set<UUID> insert(Collection<UUID> ids) {
        var fresh = new HashSet<UUID>(ids.size() * 2);
        jdbc.query(
                INSERT,
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids.toArray())),
                row -> {
                    fresh.add(row.getObject(1, UUID.class));
                });
        return fresh;
    }
}
