package io.orderflow.messaging.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/// Whether the service's reactions are paused. It is kept in the service's database, so that all instances obey it,
/// and those that start later.
public class Pause {
    private static final long RECENT = Duration.ofSeconds(1).toNanos();

    private static final String LOOK = "select since, operator, why from reactions_pause";

    private static final String BEGIN =
            "insert into reactions_pause (operator, why) values (?, ?) on conflict do nothing";

    private final JdbcTemplate jdbc;
    private final LongSupplier nanoTime;
    private volatile @Nullable Seen seen;

    /// The pause of the service whose database this is.
    public Pause(JdbcTemplate jdbc) {
        this(jdbc, System::nanoTime);
    }

    Pause(JdbcTemplate jdbc, LongSupplier nanoTime) {
        this.jdbc = jdbc;
        this.nanoTime = nanoTime;
    }

    /// A pause that is on.
    ///
    /// @param by  the operator's log-in
    /// @param why the operator's own words
    public record State(Instant since, String by, String why) {
        @Override
        public String toString() {
            return "paused by " + by + " since " + since;
        }
    }

    private record Seen(Optional<State> state, long at) {}

    /// As it is.
    ///
    /// @throws DataAccessException when the database is away: then nothing is known
    Optional<State> look() {
        long at = nanoTime.getAsLong();
        Optional<State> state = jdbc
                .query(LOOK, (row, _) -> new State(row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3)))
                .stream()
                .findFirst();
        seen = new Seen(state, at);
        return state;
    }

    /// As it was a second ago at most.
    ///
    /// @throws DataAccessException when the database is away: then nothing is known
    Optional<State> recent() {
        Seen last = seen;
        return last != null && nanoTime.getAsLong() - last.at() < RECENT ? last.state() : look();
    }

    /// As it was a second ago, or, while the database is away, when it was last seen.
    public Optional<State> lastKnown() {
        try {
            return recent();
        } catch (DataAccessException away) {
            Seen last = seen;
            return last == null ? Optional.empty() : last.state();
        }
    }

    /// Pauses, in the caller's transaction.
    ///
    /// @return false if it is paused already
    boolean begin(String operator, String why) {
        return jdbc.update(BEGIN, operator, why) == 1;
    }

    /// Resumes, in the caller's transaction.
    ///
    /// @return false if it is not paused
    boolean end() {
        return jdbc.update("delete from reactions_pause") == 1;
    }
}
