package io.orderflow.order.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messaging.test.TestDatabase;
import io.orderflow.order.domain.Obligation;
import io.orderflow.order.domain.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class OpenOrdersTest {
    private final JdbcClient jdbc = migrated();
    private final OpenOrders openOrders = new OpenOrders(
            jdbc, new Patience(Duration.ofMinutes(15), List.of(Duration.ofSeconds(1), Duration.ofMinutes(1))));

    @Test
    void without_orders_nothing_is_open() {
        assertThat(openOrders.figures()).isEqualTo(new OpenOrders.Figures(0, 0, Map.of()));
        assertThat(openOrders.count()).isZero();
    }

    @Test
    void open_and_stuck_orders_and_what_is_owed_are_told() {
        order("PENDING", "c", 0, "1 minute", "now()");
        order("PAID", "cp", 2, "1 minute", "now()"); // said again as often as is set
        order("CONFIRMED", "cpdx", 1, "-1 minute", "now()"); // past its deadline
        order("COMPENSATING", "cpdS", 1, "1 minute", "now()");
        order("SHIPPED", "cpds", 5, "-1 minute", "null");
        order("FAILED", "cP", 5, "-1 minute", "null");

        assertThat(openOrders.count()).isEqualTo(4);
        assertThat(openOrders.figures())
                .isEqualTo(new OpenOrders.Figures(
                        4, 2, Map.of(Obligation.DECISION, 1L, Obligation.REFUND, 1L, Obligation.RELEASE, 1L)));
    }

    private void order(String status, String happened, int redrives, String deadlineIn, String due) {
        jdbc.sql("""
                insert into orders (order_id, access_token, customer_name, customer_email, ship_to_name, ship_to_street,
                  ship_to_city, ship_to_postal_code, ship_to_country, payment_token, lines, currency, total, placed_at,
                  happened, status, entries, deadline_at, redrive_at, redrives, due_at)
                values (gen_random_uuid(), '', '', '', '', '', '', '', '', '', '', 'EUR', 1, now(), :happened, :status,
                  1, now() + :deadline::interval, now(), :redrives, %s)""".formatted(due))
                .param("happened", happened)
                .param("status", status)
                .param("deadline", deadlineIn)
                .param("redrives", redrives)
                .update();
    }

    private static JdbcClient migrated() {
        TestDatabase database = TestDatabase.newDatabase();
        var source = new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/messaging", "classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        return JdbcClient.create(source);
    }
}
