package io.orderflow.messaging.inbox;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/// What a failed reaction says about the world, and so what is to be done about it.
public enum Failure {
    /// The database is away: wait, and try the same again for as long as it takes. No message is to blame.
    DATABASE_AWAY,
    /// Two transactions were in each other's way: try again at once.
    CONFLICT,
    /// The reaction itself failed: up the ladder.
    OWN;

    /// Serialization failure, deadlock, lock not available, and a unique violation: another instance was first with
    /// the same natural key, and the next try will see its row (PostgreSQL, Appendix A "Error Codes").
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03", "23505");

    /// What kind of failure it is.
    public static Failure of(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CannotCreateTransactionException _ -> {
                    return DATABASE_AWAY;
                }
                case DataAccessResourceFailureException _ -> {
                    return DATABASE_AWAY;
                }
                case SQLTransientConnectionException _ -> {
                    return DATABASE_AWAY;
                }
                case SQLException sql -> {
                    @Nullable String state = sql.getSQLState();
                    if (state == null || isAway(state)) {
                        return DATABASE_AWAY;
                    }
                    if (CONFLICTS.contains(state)) {
                        return CONFLICT;
                    }
                }
                default -> {}
            }
        }
        return OWN;
    }

    /// PostgreSQL gives every error a state; one without is the pool's word that the connection has gone, often in the
    /// attempt to roll back, which then hides the first error. With a state: connection exceptions, an operator's
    /// shutdown, an instance that is starting or read-only, too many connections, a full disk.
    private static boolean isAway(String state) {
        return state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.equals("25006")
                || state.equals("25P03");
    }
}
