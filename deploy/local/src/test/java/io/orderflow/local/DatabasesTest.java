package io.orderflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The real server, as `deploy/up` makes it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabasesTest {
    private State state = new State(Path.of("/nowhere"), Path.of("/nowhere"));
    private Postgres postgres = new Postgres(state, new Plan(0, 1));
    private final Progress silent =
            new Progress(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8));

    @BeforeAll
    void start(@TempDir Path root) throws SQLException {
        state = new State(root, root.resolve(".orderflow"));
        state.create();
        postgres = new Postgres(state, Plan.of("auto", 1));
        postgres.start(silent);
        var databases = new Databases(postgres, state.secrets());
        databases.prepare();
        databases.prepare();
        try (Connection owner =
                connect("orderflow_order", "order_owner", state.secrets().owner(Service.ORDER))) {
            execute(owner, "create schema shop");
            execute(owner, "create table orders (id bigint generated always as identity, note text)");
            execute(owner, "create table shop.baskets (id bigint primary key)");
        }
    }

    @AfterAll
    void stop() {
        postgres.stop();
        state.postgresHome().ifPresent(PostgresHome::delete);
        assertThat(postgres.running()).isEmpty();
    }

    @Test
    void a_service_reads_and_writes_rows() throws SQLException {
        try (Connection order = asOrder("orderflow_order")) {
            execute(order, "insert into orders (note) values ('one')");
            execute(order, "update orders set note = 'two'");
            execute(order, "delete from orders");
            execute(order, "insert into shop.baskets values (1)");
        }
    }

    @Test
    void a_service_cannot_change_its_schema() throws SQLException {
        try (Connection order = asOrder("orderflow_order")) {
            assertThatThrownBy(() -> execute(order, "create table more (id int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(order, "alter table orders add column more int"))
                    .hasMessageContaining("must be owner");
            assertThatThrownBy(() -> execute(order, "truncate orders")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_service_reaches_no_other_database() {
        assertThatThrownBy(() -> asOrder("orderflow_payment")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asOrder("postgres")).hasMessageContaining("permission denied");
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatThrownBy(() -> connect("orderflow_order", "order", "guessed")).isInstanceOf(SQLException.class);
    }

    private Connection asOrder(String database) throws SQLException {
        return connect(database, "order", state.secrets().database(Service.ORDER));
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(postgres.url(database), user, password);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
