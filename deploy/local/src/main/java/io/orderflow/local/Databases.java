package io.orderflow.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// Gives each service its database and its two roles.
final class Databases {
    private final Postgres postgres;
    private final Secrets secrets;

    Databases(Postgres postgres, Secrets secrets) {
        this.postgres = postgres;
        this.secrets = secrets;
    }

    void prepare() {
        try (Connection server = connect("postgres")) {
            run(server, DatabaseScript.server());
            for (Service service : Service.values()) {
                var script = new DatabaseScript(service);
                run(server, DatabaseScript.role(service.owner(), secrets.owner(service)));
                run(server, DatabaseScript.role(service.id(), secrets.database(service)));
                if (!isTrue(server, script.databaseIsThere())) {
                    run(server, List.of(script.createDatabase()));
                }
                run(server, script.connecting());
                try (Connection inside = connect(service.database())) {
                    run(inside, script.inside());
                }
            }
        } catch (SQLException failed) {
            throw new Refused("The databases cannot be prepared: " + failed.getMessage(), failed);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                postgres.url(database) + "?connectTimeout=5&socketTimeout=60", Postgres.SUPERUSER, secrets.postgres());
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
