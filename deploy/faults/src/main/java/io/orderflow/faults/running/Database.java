package io.orderflow.faults.running;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// One service's database, with the log-in as which the service reads and writes rows. A connection for
/// each question: nothing of it has to survive a fault.
///
/// @param url with the log-in
public record Database(String url) {
    /// The database of a service.
    public static Database of(Orderflow system, Service service) {
        return new Database(system.value(service.name() + "_JDBC_URL") + "&connectTimeout=5&socketTimeout=60");
    }

    /// What to make of a row.
    public interface Reading<T> {
        /// Reads the row at which the cursor stands.
        ///
        /// @throws SQLException when it is not as expected
        T read(ResultSet row) throws SQLException;
    }

    /// The rows that answer a question.
    ///
    /// @param values of the question's parameters
    /// @throws IllegalStateException when the database is away, or does not understand
    public <T> List<T> rows(String sql, Reading<T> reading, Object... values) {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var rows = new ArrayList<T>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.read(result));
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
    }

    /// The number that answers a question.
    public long number(String sql, Object... values) {
        return rows(sql, row -> row.getLong(1), values).getFirst();
    }

    /// Whether it answers.
    public boolean answers() {
        try {
            return number("select 1") == 1;
        } catch (IllegalStateException away) {
            return false;
        }
    }
}
