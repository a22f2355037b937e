package io.orderflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Orderflow.Running.class)
class FrontDoorsTest {
    private static final List<String> SERVICES =
            List.of("order", "payment", "inventory", "shipping", "notification", "analytics");

    @Test
    void up_prints_every_address_and_log_in(Orderflow orderflow) {
        Map<String, String> environment = orderflow.environment();

        for (String service : SERVICES) {
            assertThat(orderflow.printedByUp()).contains(environment.get(service.toUpperCase(Locale.ROOT) + "_URL"));
        }
        assertThat(orderflow.printedByUp())
                .contains(
                        environment.get("MANAGEMENT_URL"),
                        environment.get("OPERATOR_PASSWORD"),
                        environment.get("VIEWER_PASSWORD"));
    }

    @Test
    void a_second_up_changes_nothing(Orderflow orderflow) {
        Map<String, String> before = orderflow.environment();

        Checkout.Said up = orderflow.checkout().run("up");

        assertThat(up.exit()).as(up.output()).isZero();
        assertThat(processes(orderflow.environment()))
                .isEqualTo(processes(before))
                .isNotEmpty();
    }

    @Test
    void the_demo_shows_orders_that_end_as_they_must(Orderflow orderflow) {
        Checkout.Said demo = orderflow.checkout().run("demo");

        assertThat(demo.exit()).as(demo.output()).isZero();
        assertThat(demo.output()).contains("SHIPPED", "FAILED");
    }

    @Test
    void an_unknown_option_is_refused_in_a_sentence(Orderflow orderflow) {
        Checkout.Said said = orderflow.checkout().run("status", "--nonsense");

        assertThat(said.exit()).isNotZero();
        assertThat(said.output().strip().lines()).hasSize(1);
        assertThat(said.output()).contains("--nonsense");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "payment", "inventory", "shipping", "notification", "analytics"})
    void a_services_role_reaches_its_own_database_only_and_cannot_change_the_schema(String service, Orderflow orderflow)
            throws Exception {
        String own = orderflow.shop().value(service.toUpperCase(Locale.ROOT) + "_JDBC_URL");
        String other = service.equals("order") ? "payment" : "order";
        try (Connection connection = DriverManager.getConnection(own);
                Statement statement = connection.createStatement()) {
            statement.executeQuery("select count(*) from outbox");
            assertThatThrownBy(() -> statement.execute("create table intruder (id int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("drop table inbox")).hasMessageContaining("must be owner");
            assertThatThrownBy(() -> statement.execute("truncate outbox")).hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> DriverManager.getConnection(
                                own.replace("orderflow_" + service + "?", "orderflow_" + other + "?"))
                        .close())
                .hasMessageContaining("permission denied for database");
    }

    private static Map<String, String> processes(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(entry ->
                        entry.getKey().endsWith("_PIDS") || entry.getKey().endsWith("_PID"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
