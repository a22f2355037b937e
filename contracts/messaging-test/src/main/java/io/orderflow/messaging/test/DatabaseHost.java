package io.orderflow.messaging.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// What runs the databases: its address and its superuser.
///
/// @param address   begins every JDBC URL, as `jdbc:postgresql://localhost:5432/`
/// @param superuser who may make databases
/// @param password  of the superuser
record DatabaseHost(String address, String superuser, String password) {
    /// Starts it; it ends with this JVM.
    static DatabaseHost start() {
        return switch (Nodes.here()) {
            case CONTAINERS -> container();
            case NATIVE -> embedded();
        };
    }

    // Ended by Testcontainers.
    @SuppressWarnings("resource")
    private static DatabaseHost container() {
        var container = new PostgreSQLContainer(Images.POSTGRES)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        container.start();
        return new DatabaseHost(
                "jdbc:postgresql://" + container.getHost() + ":"
                        + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/",
                container.getUsername(),
                container.getPassword());
    }

    /// It ends itself with the JVM. A commit is written before it is answered, as in earnest; only the disk's
    /// own cache is trusted, which no crash of a process empties.
    private static DatabaseHost embedded() {
        LoggingSystem.get(DatabaseHost.class.getClassLoader()).setLogLevel("io.zonky", LogLevel.WARN);
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "300")
                    .start();
            return new DatabaseHost("jdbc:postgresql://localhost:" + postgres.getPort() + "/", "postgres", "postgres");
        } catch (IOException impossible) {
            throw new UncheckedIOException("PostgreSQL does not start: " + impossible.getMessage(), impossible);
        }
    }
}
