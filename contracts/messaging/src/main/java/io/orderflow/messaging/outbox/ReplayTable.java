package io.orderflow.messaging.outbox;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// What is to be said again, and how far that has come.
final class ReplayTable {
    /// What is meant for one reader is not: the reader may be the only one that lacks it, and the broker's loss may be
    /// a second one.
    private static final String OVERTAKE =
            "update outbox_replay set finished_at = now() where finished_at is null and reader is null";

    /// The ends of what is kept come from the primary key's ends: counting would read a week of facts.
    private static final String EVERYTHING = """
            insert into outbox_replay (reason, position, upto)
            select ?, kept.first - 1, kept.last
            from (select min(id) as first, max(id) as last from outbox where published_at is not null) as kept
            where kept.last is not null
            returning *, true as due
            """;

    /// One that has to keep its pace lets the others go on meanwhile; what a broker has lost goes before what an
    /// operator asked for.
    private static final String OPEN = """
            select *, coalesce(resume_at <= now(), true) as due from outbox_replay where finished_at is null
            order by coalesce(resume_at <= now(), true) desc, operator is not null, id limit 1
            """;

    /// A pace may make up for a second of delay, and no more.
    private static final String MOVE = """
            update outbox_replay
            set position = ?, said = said + ?, not_taken = not_taken + ?,
                not_taken_because = coalesce(not_taken_because, ?), started_at = coalesce(started_at, now()),
                resume_at = greatest(coalesce(resume_at, now()), now() - interval '1 second')
                  + ?::int * interval '1 second' / per_second
            where id = ?
            """;

    private static final String FINISH = """
            update outbox_replay set position = upto, finished_at = now() where id = ? and finished_at is null
            """;

    private final JdbcTemplate jdbc;

    ReplayTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// A replay that is not done.
    ///
    /// @param position  the last id that is done
    /// @param upto      the last id that is to be done
    /// @param said      how many facts were said on the way
    /// @param which     the facts that are meant
    /// @param to        who is to hear them
    /// @param perSecond how many a second; null: as fast as they go
    /// @param isDue     false while its pace lets it wait
    record Open(
            long id,
            long position,
            long upto,
            long said,
            Selection which,
            Audience to,
            @Nullable Integer perSecond,
            boolean isDue) {
        /// How many facts are left at most: ids have gaps.
        long left() {
            return upto - position;
        }

        /// How many facts are said at once at most: with a pace, those of a quarter of a second.
        int atOnce() {
            return perSecond == null ? Batch.ROWS : Math.clamp(perSecond / 4, 1, Batch.ROWS);
        }
    }

    /// What one batch came to.
    ///
    /// @param position the last id that is done
    /// @param said     how many were said
    /// @param notTaken how many the one reader's queue did not take
    /// @param because  why not, of the first of them
    record Step(
            long position, int said, int notTaken, @Nullable String because) {}

    /// Notes that everything that was ever published and is still kept is to be said again. That overtakes whatever
    /// replay to all is open. Empty if nothing was published.
    Optional<Open> everything(String reason) {
        jdbc.update(OVERTAKE);
        return jdbc.query(EVERYTHING, ReplayTable::read, reason).stream().findFirst();
    }

    /// The one that is to go on next.
    Optional<Open> open() {
        return jdbc.query(OPEN, ReplayTable::read).stream().findFirst();
    }

    void move(Open replay, Step step) {
        jdbc.update(
                MOVE,
                step.position(),
                step.said(),
                step.notTaken(),
                step.because(),
                step.said() + step.notTaken(),
                replay.id());
    }

    void finish(Open replay) {
        jdbc.update(FINISH, replay.id());
    }

    private static Open read(ResultSet row, int number) throws SQLException {
        return new Open(
                row.getLong("id"),
                row.getLong("position"),
                row.getLong("upto"),
                row.getLong("said"),
                selection(row),
                new Audience(row.getString("reader")),
                row.getObject("per_second", Integer.class),
                row.getBoolean("due"));
    }

    /// The facts that a row of the table means.
    static Selection selection(ResultSet row) throws SQLException {
        Array types = row.getArray("types");
        return new Selection(
                types == null ? null : List.of((String[]) types.getArray()),
                row.getString("subject"),
                instant(row.getTimestamp("said_from")),
                instant(row.getTimestamp("said_to")));
    }

    static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
