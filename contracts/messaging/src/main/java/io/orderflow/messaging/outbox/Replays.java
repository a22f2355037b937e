package io.orderflow.messaging.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderflow.messaging.operations.OperatorActions;
import io.orderflow.messaging.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// The replays as operators ask for them, look at them and cancel them. The relay does the work.
final class Replays {
    private static final String ASK = """
            insert into outbox_replay
              (reason, operator, position, upto, matching, types, subject, said_from, said_to, reader, per_second)
            values (?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?) returning id
            """;

    /// Finished as well, so that whoever relays need not know of cancelling.
    private static final String CANCEL = """
            update outbox_replay set cancelled_at = now(), finished_at = now() where id = ? and finished_at is null
            """;

    private static final String LATEST = "select * from outbox_replay where id <= ? order by id desc limit ?";

    private final JdbcTemplate jdbc;
    private final History history;
    private final OperatorActions actions;
    private final TransactionTemplate transactions;

    Replays(JdbcTemplate jdbc, History history, OperatorActions actions, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.history = history;
        this.actions = actions;
        this.transactions = transactions;
    }

    /// How a replay stands.
    enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        /// One that says everything to all has begun after it.
        OVERTAKEN
    }

    /// A replay.
    ///
    /// @param by              who asked for it; null: the service itself, for a broker that came up empty
    /// @param reader          the one service that is to hear it; null: whoever reacts
    /// @param rate            how many facts a second; null: as fast as they go
    /// @param said            how many facts were said again so far
    /// @param leftAtMost      how many are left at most
    /// @param notTaken        how many the reader's queue has not taken
    /// @param notTakenBecause why not, of the first of them
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            long id,
            Instant requestedAt,
            @Nullable String by,
            String why,
            @Nullable List<String> types,
            @Nullable String about,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String reader,
            @Nullable Integer rate,
            String state,
            long said,
            long leftAtMost,
            long notTaken,
            @Nullable String notTakenBecause) {}

    /// Records who asks, and notes it for the relay.
    ///
    /// @return how it stands
    /// @throws Refusal 422 `nothing-matches`, 400 `reason-required`; then nothing is recorded
    View ask(ReplayRequest request, @Nullable String why) {
        History.Extent extent = history.extent(request.which())
                .orElseThrow(() -> new Refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "nothing-matches",
                        "Nothing matches",
                        "The outbox keeps no published fact like that."));
        Long asked = transactions.execute(_ -> ask(request, extent, why));
        return one(asked == null ? 0 : asked).orElseThrow();
    }

    private long ask(ReplayRequest request, History.Extent extent, @Nullable String why) {
        Selection which = request.which();
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put("types", which.types());
        details.put("about", which.subject());
        details.put("from", which.from() == null ? null : which.from().toString());
        details.put("to", which.to() == null ? null : which.to().toString());
        details.put("reader", request.to().reader());
        details.put("rate", request.perSecond());
        details.put("atMost", extent.atMost());
        details.values().removeIf(value -> value == null);
        String reader = request.to().reader();
        actions.keep("history.replay", reader == null ? "to all" : "to " + reader, why, details);
        Long id = jdbc.queryForObject(
                ASK,
                Long.class,
                String.valueOf(why).strip(),
                OperatorActions.operator(),
                extent.first() - 1,
                extent.last(),
                extent.atMost(),
                which.types() == null ? null : which.types().toArray(String[]::new),
                which.subject(),
                Selection.timestamp(which.from()),
                Selection.timestamp(which.to()),
                reader,
                request.perSecond());
        return id == null ? 0 : id;
    }

    /// Records who cancels, and ends a replay after the batch that is on its way.
    ///
    /// @throws Refusal 404 `unknown-replay`, 409 `replay-ended`, 400 `reason-required`; then nothing is recorded
    View cancel(long id, @Nullable String why) {
        View before = one(id).orElseThrow(() -> unknown(String.valueOf(id)));
        transactions.executeWithoutResult(_ -> {
            actions.keep("history.cancel", "replay " + id, why, Map.of("said", before.said()));
            if (jdbc.update(CANCEL, id) == 0) {
                throw new Refusal(
                        HttpStatus.CONFLICT,
                        "replay-ended",
                        "Replay ended",
                        "Replay " + id + " is " + before.state() + " and cannot be cancelled.");
            }
        });
        return one(id).orElseThrow();
    }

    static Refusal unknown(String id) {
        return new Refusal(HttpStatus.NOT_FOUND, "unknown-replay", "Unknown replay", "There is no replay " + id + ".");
    }

    Optional<View> one(long id) {
        return latest(id, 1).stream().filter(view -> view.id() == id).findFirst();
    }

    /// The replays, the latest first.
    ///
    /// @param upto only those up to this id
    List<View> latest(long upto, int limit) {
        return jdbc.query(LATEST, Replays::view, upto, limit);
    }

    private static View view(ResultSet row, int number) throws SQLException {
        Selection which = ReplayTable.selection(row);
        long left = row.getLong("upto") - row.getLong("position");
        Long matching = row.getObject("matching", Long.class);
        long gone = row.getLong("said") + row.getLong("not_taken");
        return new View(
                row.getLong("id"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("operator"),
                row.getString("reason"),
                which.types(),
                which.subject(),
                which.from(),
                which.to(),
                row.getString("reader"),
                row.getObject("per_second", Integer.class),
                state(row).name().toLowerCase(Locale.ROOT),
                row.getLong("said"),
                matching == null ? left : Math.clamp(matching - gone, 0, left),
                row.getLong("not_taken"),
                row.getString("not_taken_because"));
    }

    private static State state(ResultSet row) throws SQLException {
        if (row.getTimestamp("cancelled_at") != null) {
            return State.CANCELLED;
        }
        if (row.getTimestamp("finished_at") != null) {
            return row.getLong("position") == row.getLong("upto") ? State.DONE : State.OVERTAKEN;
        }
        return row.getTimestamp("started_at") == null ? State.WAITING : State.RUNNING;
    }
}
