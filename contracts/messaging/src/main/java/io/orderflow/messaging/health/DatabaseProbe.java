package io.orderflow.messaging.health;

import io.orderflow.messaging.broker.Broker;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Looks whether the database answers, on a connection of its own that is opened at the first look: that all
/// connections of the pool are busy does not mean that the database is away. Not for several threads.
final class DatabaseProbe implements AutoCloseable {
    private static final int SECONDS = 1;

    private final Opening opening;
    private @Nullable Connection connection;

    DatabaseProbe(Opening opening) {
        this.opening = opening;
    }

    /// Opens a connection whose time-outs are about a second.
    @FunctionalInterface
    interface Opening {
        /// @throws SQLException when the database does not let us in
        Connection open() throws SQLException;
    }

    /// Null if the database answers; else in a few words why not. A connection that has gone is no reason: another is
    /// opened.
    @Nullable
    String away() {
        try {
            Connection open = connection;
            if (open != null && open.isValid(SECONDS)) {
                return null;
            }
            close();
            Connection fresh = opening.open();
            connection = fresh;
            return fresh.isValid(SECONDS) ? null : "it does not answer";
        } catch (SQLException refused) {
            return Broker.reason(refused);
        }
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException gone) {
                // so it is closed
            }
        }
    }
}
