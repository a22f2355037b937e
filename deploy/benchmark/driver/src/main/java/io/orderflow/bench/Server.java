package io.orderflow.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The PostgreSQL server, seen by its superuser.
///
/// @param url of the database `postgres`, with the log-in
record Server(String url) {
    private static final String TABLES = """
            select relname, n_live_tup, n_dead_tup, pg_total_relation_size(relid)
            from pg_stat_user_tables
            where n_live_tup > 0 or n_dead_tup > 0
            order by 4 desc
            """;

    /// A table.
    ///
    /// @param database where it is
    /// @param name     its name
    /// @param rows     how many it has, by PostgreSQL's estimate
    /// @param dead     how many dead rows have not been vacuumed
    /// @param mebibyte how large it is with its indexes
    record Table(String database, String name, long rows, long dead, double mebibyte) {}

    String version() {
        return ask("show server_version", 1).getFirst().getFirst();
    }

    /// How many transactions were committed in each database.
    Map<String, Long> transactions() {
        return numbers("select datname, xact_commit from pg_stat_database where datname is not null");
    }

    /// How many rows were inserted, updated and deleted in each database.
    Map<String, Long> rowsWritten() {
        return numbers("""
                select datname, tup_inserted + tup_updated + tup_deleted from pg_stat_database
                where datname is not null""");
    }

    /// The tables of a database that hold something.
    List<Table> tables(String database) {
        return in(database).ask(TABLES, 4).stream()
                .map(row -> new Table(
                        database,
                        row.get(0),
                        Long.parseLong(row.get(1)),
                        Long.parseLong(row.get(2)),
                        Long.parseLong(row.get(3)) / (1024.0 * 1024)))
                .toList();
    }

    /// The same server, connected to another database.
    Server in(String database) {
        return new Server(url.replaceFirst("/postgres\\?", "/" + database + "?"));
    }

    /// Address of a database without a log-in.
    String address(String database) {
        return in(database).url().replaceFirst("\\?.*", "");
    }

    void execute(String... statements) {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new Refused("PostgreSQL refuses: " + failed.getMessage(), failed);
        }
    }

    private Map<String, Long> numbers(String sql) {
        var numbers = new TreeMap<String, Long>();
        ask(sql, 2).forEach(row -> numbers.put(row.get(0), Long.parseLong(row.get(1))));
        return numbers;
    }

    /// The rows that a query gives, its first columns as text; what is null is `null`.
    List<List<String>> ask(String sql, int columns) {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                all.add(List.copyOf(row));
            }
            return all;
        } catch (SQLException failed) {
            throw new Refused("PostgreSQL does not answer: " + failed.getMessage(), failed);
        }
    }
}
