package io.orderflow.messaging.work;

import io.orderflow.messaging.Work;
import io.orderflow.messaging.WorkTable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// The statements on one table of work. All times are the database's, so that clocks of instances do not matter.
final class ClaimTable<T> {
    /// A row that is due and not to be had is locked by somebody for a moment.
    private static final long SHORTEST_NAP_MILLIS = 10;

    private final JdbcTemplate jdbc;
    private final Work<T, ?> work;
    private final WorkTable table;
    private final String claim;
    private final String own;
    private final String settle;
    private final String postpone;
    private final String untilNext;

    ClaimTable(JdbcTemplate jdbc, Work<T, ?> work) {
        this.jdbc = jdbc;
        this.work = work;
        this.table = work.table();
        // The subquery is materialized: planned as a join, its limit would be applied again for each row.
        claim = """
                with due as materialized (
                  select %2$s as k from %1$s where due_at <= now() order by due_at limit ? for no key update skip locked)
                update %1$s set due_at = now() + ? * interval '1 millisecond', lease = ?, attempts = attempts + 1
                from due where %2$s = due.k returning %1$s.*
                """.formatted(table.name(), table.key());
        own = """
                select %2$s from %1$s where %2$s = any(?) and lease = any(?) order by %2$s for no key update
                """.formatted(table.name(), table.key());
        settle = """
                update %1$s set due_at = null, lease = null, attempts = 0, last_error = null where %2$s = any(?)
                """.formatted(table.name(), table.key());
        postpone = """
                update %1$s set due_at = now() + ? * interval '1 millisecond', lease = null, last_error = ?
                where %2$s = ? and lease = ?
                """.formatted(table.name(), table.key());
        untilNext = """
                select ceil(extract(epoch from min(due_at) - now()) * 1000) from %s where due_at is not null
                """.formatted(table.name());
    }

    /// Claims up to so many rows that are due.
    List<Claim<T>> claim(int limit) {
        UUID lease = UUID.randomUUID();
        return jdbc.query(
                claim,
                (row, _) -> new Claim<>(
                        work.read(row),
                        row.getObject(table.key(), UUID.class),
                        lease,
                        row.getInt("attempts"),
                        row.getString("cause")),
                limit,
                table.lease().toMillis(),
                lease);
    }

    /// Locks those of the claimed rows that are still ours, sorted, and takes them off the list of what is due.
    Set<UUID> settle(List<? extends Claim<T>> claims) {
        Object[] keys = claims.stream().map(Claim::key).toArray();
        Object[] leases = claims.stream().map(Claim::lease).distinct().toArray();
        var ours = new HashSet<UUID>();
        jdbc.query(
                own,
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("uuid", keys));
                    statement.setArray(2, statement.getConnection().createArrayOf("uuid", leases));
                },
                row -> {
                    ours.add(row.getObject(1, UUID.class));
                });
        if (!ours.isEmpty()) {
            jdbc.update(
                    settle,
                    statement ->
                            statement.setArray(1, statement.getConnection().createArrayOf("uuid", ours.toArray())));
        }
        return ours;
    }

    /// Gives a row back, to be tried again after a while.
    void postpone(Claim<T> claim, Duration wait, String error) {
        jdbc.update(postpone, wait.toMillis(), error, claim.key(), claim.lease());
    }

    /// How long until the next row is due; null if none is.
    @Nullable
    Duration untilNext() {
        Long millis = jdbc.queryForObject(untilNext, Long.class);
        return millis == null ? null : Duration.ofMillis(Math.max(SHORTEST_NAP_MILLIS, millis));
    }
}
