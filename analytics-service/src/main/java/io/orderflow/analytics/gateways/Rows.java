package io.orderflow.analytics.gateways;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// Many rows for one statement that takes each column as an array (`unnest`). Its text is the same for every number of
/// rows, so the database plans it once.
final class Rows {
    private Rows() {}

    /// One column: its type in the database, and its value in a row.
    record Column<T>(String type, Value<T> value) {
        String @Nullable [] of(Collection<T> rows) {
            return rows.stream().map(this::text).toArray(String[]::new);
        }

        private @Nullable String text(T row) {
            Object found = value.in(row);
            return found == null ? null : found.toString();
        }
    }

    /// Reads the value of a column from a row.
    interface Value<T> {
        @Nullable
        Object in(T row);
    }

    /// Runs the statement, whose parameters are the columns.
    static <T> void write(JdbcTemplate jdbc, String statement, Collection<T> rows, List<Column<T>> columns) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.update(connection -> {
            PreparedStatement prepared = connection.prepareStatement(statement);
            for (int i = 0; i < columns.size(); i++) {
                Column<T> column = columns.get(i);
                prepared.setArray(i + 1, connection.createArrayOf(column.type(), column.of(rows)));
            }
            return prepared;
        });
    }

    /// The instant in a column; null where there is none.
    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
