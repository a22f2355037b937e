package io.orderflow.messaging.operations;

import io.orderflow.messaging.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The record of all that operators did: who, when, what, why. It is written before the thing is done, so that nothing
/// is ever done unrecorded; what is recorded and was not done, because the process died in between, is still there to
/// be
/// done. Rows are never changed: the database refuses it.
public final class OperatorActions {
    private static final int LONGEST_WHY = 500;

    private static final String INSERT = """
            insert into operator_action (operator, action, subject, why, details) values (?, ?, ?, ?, ?::jsonb)
            returning id
            """;

    private static final String LATEST = """
            select id, at, operator, action, subject, why, details from operator_action
            where id < ? order by id desc limit ?
            """;

    private final JdbcTemplate jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    /// The record in this database.
    public OperatorActions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Something that an operator did.
    ///
    /// @param id       grows with time
    /// @param operator the name of the log-in
    /// @param action   what was done, for example `parked.discard`
    /// @param subject  to what, in a few words
    /// @param why      the operator's own words
    /// @param details  what it takes to undo it
    public record Action(
            long id, Instant at, String operator, String action, String subject, String why, JsonNode details) {}

    /// Records what the present request's operator is about to do; in the caller's transaction, if one is open.
    ///
    /// @return the id of the record
    /// @throws Refusal 400 `reason-required` if no reason is given, or one of more than 500 characters
    public long keep(String action, String subject, @Nullable String why, Map<String, ?> details) {
        String reason = why == null ? "" : why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_WHY) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "reason-required",
                    "Reason required",
                    "Say why in `why`, in 1 to " + LONGEST_WHY + " characters: it is kept with what you do.");
        }
        Long id = jdbc.queryForObject(
                INSERT, Long.class, operator(), action, subject, reason, json.writeValueAsString(details));
        return id == null ? 0 : id;
    }

    /// What was done last, the latest first.
    ///
    /// @param before only what is older than the record with this id
    /// @param limit  how many at most
    public List<Action> latest(long before, int limit) {
        return jdbc.query(LATEST, this::action, before, limit);
    }

    /// The name of the log-in of the present request.
    public static String operator() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null ? "nobody" : who.getName();
    }

    private Action action(ResultSet row, int number) throws SQLException {
        return new Action(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                json.readTree(row.getString(7)));
    }
}
