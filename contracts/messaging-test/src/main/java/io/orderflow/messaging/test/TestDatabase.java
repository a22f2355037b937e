package io.orderflow.messaging.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// A database of its own on a real PostgreSQL that the whole JVM shares. Its user owns it and may nothing else.
///
/// @param jdbcUrl  its address
/// @param username its owner
/// @param password the owner's password
public record TestDatabase(String jdbcUrl, String username, String password) {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /// Makes an empty database. PostgreSQL is started when it is first asked for and ended with the JVM.
    public static TestDatabase newDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        DatabaseHost host = Shared.HOST;
        var administration = new TestDatabase(host.address() + "postgres", host.superuser(), host.password());
        administration.execute("create role " + name + " login password '" + name + "'");
        administration.execute("create database " + name + " owner " + name);
        return new TestDatabase(host.address() + name, name, name);
    }

    /// Opens a connection; whoever asks closes it.
    public Connection connect() {
        try {
            return DriverManager.getConnection(jdbcUrl, username, password);
        } catch (SQLException refused) {
            throw new IllegalStateException("the database does not answer: " + refused.getMessage(), refused);
        }
    }

    /// Executes one statement.
    public void execute(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(sql + ": " + refused.getMessage(), refused);
        }
    }

    private static final class Shared {
        private static final DatabaseHost HOST = DatabaseHost.start();
    }
}
