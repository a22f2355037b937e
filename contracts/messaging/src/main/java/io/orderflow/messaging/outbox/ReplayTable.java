package io.orderflow.messaging.outbox;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/// What is to be said again, and how far that has come.
final class ReplayTable {
    private static final String OVERTAKE = "update outbox_replay set finished_at = now() where finished_at is null";

    /// The ends of what is kept come from the primary key's ends: counting would read a week of facts.
    private static final String EVERYTHING = """
            insert into outbox_replay (reason, position, upto)
            select ?, kept.first - 1, kept.last
            from (select min(id) as first, max(id) as last from outbox where published_at is not null) as kept
            where kept.last is not null
            returning id, position, upto, said
            """;

    private static final String OPEN = """
            select id, position, upto, said from outbox_replay where finished_at is null order by id limit 1
            """;

    private static final String MOVE = """
            update outbox_replay set position = ?, said = said + ? where id = ?
            """;

    private static final String FINISH = """
            update outbox_replay set position = upto, finished_at = now() where id = ?
            """;

    private final JdbcTemplate jdbc;

    ReplayTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// A replay that is not done.
    ///
    /// @param position the last id that is done
    /// @param upto     the last id that is to be done
    /// @param said     how many facts were passed on the way
    record Open(long id, long position, long upto, long said) {
        /// How many facts are left at most: ids have gaps.
        long left() {
            return upto - position;
        }
    }

    /// Notes that everything that was ever published and is still kept is to be said again. That overtakes whatever
    /// replay is open. Empty if nothing was published.
    Optional<Open> everything(String reason) {
        jdbc.update(OVERTAKE);
        return one(EVERYTHING, reason);
    }

    /// The oldest that is not done.
    Optional<Open> open() {
        return one(OPEN);
    }

    void move(Open replay, long position, int facts) {
        jdbc.update(MOVE, position, facts, replay.id());
    }

    void finish(Open replay) {
        jdbc.update(FINISH, replay.id());
    }

    private Optional<Open> one(String sql, Object... arguments) {
        return jdbc
                .query(
                        sql,
                        (row, _) -> new Open(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                        arguments)
                .stream()
                .findFirst();
    }
}
