package io.orderflow.messaging.outbox;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// Looks at the backlog of the outbox. The rows are the service's, not the instance's: each instance sees the same.
public final class Backlogs {
    /// How far it is counted: more than so many are only told to be so many.
    public static final int COUNTED = 100_000;

    /// The age is the database's word, so that the clocks of instances do not matter.
    private static final String LOOK = """
            select count(*), coalesce(extract(epoch from now() - min(created_at)) * 1000, 0),
                   count(*) filter (where last_error is not null),
                   coalesce(extract(epoch from now() - min(created_at) filter (where last_error is null)) * 1000, 0)
            from (select created_at, last_error from outbox where published_at is null limit\s""" + COUNTED + ") as waiting";

    private static final String REFUSED = """
            select event_id, routing_key, created_at, attempts, last_error, retry_at from outbox
            where published_at is null and last_error is not null order by id limit ?
            """;

    private final JdbcTemplate jdbc;

    Backlogs(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// A fact that the broker has refused, or that no queue has taken: it is tried again.
    ///
    /// @param since    when it was said, ISO-8601
    /// @param attempts how often it was tried
    /// @param error    what came of it the last time
    /// @param retryAt  when it is tried again, ISO-8601; null: with the next batch
    public record RefusedFact(
            String eventId,
            String type,
            String since,
            int attempts,
            String error,
            @Nullable String retryAt) {}

    /// What waits at this moment.
    public Backlog now() {
        Backlog seen = jdbc.queryForObject(
                LOOK,
                (row, _) -> new Backlog(
                        row.getLong(1),
                        Duration.ofMillis(row.getLong(2)),
                        row.getLong(3),
                        Duration.ofMillis(row.getLong(4))));
        return seen == null ? new Backlog(0, Duration.ZERO, 0, Duration.ZERO) : seen;
    }

    /// Those that the broker has refused, the oldest first.
    ///
    /// @param limit how many at most
    public List<RefusedFact> refused(int limit) {
        return jdbc.query(
                REFUSED,
                (row, _) -> {
                    var retryAt = row.getTimestamp(6);
                    return new RefusedFact(
                            row.getString(1),
                            row.getString(2),
                            row.getTimestamp(3).toInstant().toString(),
                            row.getInt(4),
                            row.getString(5),
                            retryAt == null ? null : retryAt.toInstant().toString());
                },
                limit);
    }
}
