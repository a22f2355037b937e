package io.orderflow.messaging.parking;

import io.orderflow.messaging.web.Refusal;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.support.JdbcUtils;

/// Sees to it that one visitor at a time is in a service's parking, whichever instance lets them in: two
/// would each see only what the other has not taken in hand. The lock is the database's and ends with a
/// transaction in which nothing else is done, on a connection of its own; so that of a frozen instance ends
/// when the server ends its idle transaction.
final class ParkingLock {
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('orderflow.parking'))";
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final DataSource database;
    private final Duration patience;

    /// @param patience how long to wait for another visitor to leave
    ParkingLock(DataSource database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /// What is done while nobody else is in.
    interface Work<T> {
        T run() throws IOException, TimeoutException, InterruptedException;
    }

    /// Does it alone.
    ///
    /// @throws Refusal 409 `parking-busy` if another visitor stays for too long
    <T> T holding(Work<T> work) throws IOException, TimeoutException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Connection connection = connection();
            try {
                if (locked(connection)) {
                    return work.run();
                }
            } finally {
                letGo(connection);
            }
            if (System.nanoTime() > end) {
                throw new Refusal(
                        HttpStatus.CONFLICT,
                        "parking-busy",
                        "Somebody else is at it",
                        "Another operator is going through what is parked here: try again in a few seconds.");
            }
            Thread.sleep(BETWEEN);
        }
    }

    private Connection connection() {
        try {
            return database.getConnection();
        } catch (SQLException away) {
            throw new CannotGetJdbcConnectionException("no connection for the lock on parking", away);
        }
    }

    private static boolean locked(Connection connection) {
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(LOCK)) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException away) {
            throw new CannotGetJdbcConnectionException("no lock on parking", away);
        }
    }

    /// The work is done by then: whether the server has ended the transaction before is of no matter.
    private static void letGo(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException gone) {
            // then the lock is gone, too
        } finally {
            JdbcUtils.closeConnection(connection);
        }
    }
}
