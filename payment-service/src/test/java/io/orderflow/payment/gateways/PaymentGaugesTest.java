package io.orderflow.payment.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.messaging.meters.Samples;
import io.orderflow.messaging.test.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PaymentGaugesTest {
    private final TestDatabase database = TestDatabase.newDatabase();
    private final DriverManagerDataSource source =
            new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password());
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final PaymentGauges gauges = new PaymentGauges(new Samples(new SimpleMeterRegistry()), jdbc);

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/messaging", "classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
    }

    @Test
    void what_is_open_is_told() {
        payment("CHARGING", "now()", 1, "null");
        payment("CHARGING", "now()", 2, "null");
        payment("REFUNDING", "now()", 1, "'time-out'");
        payment("REFUND_FAILED", "null", 0, "null");
        payment("CAPTURED", "null", 0, "null");

        assertThat(gauges.open()).isEqualTo(new PaymentGauges.Open(3, 2, 1));
    }

    private void payment(String state, String due, int attempts, String error) {
        jdbc.sql("""
                insert into payment (order_id, state, currency, amount, token, call_off_reason, call_off_cause,
                  charge_decided_at, charge_reference, refund_failure, due_at, attempts, last_error)
                values (gen_random_uuid(), '%s', 'EUR', 1, 'tok', 'out-of-stock', '', now(), 'ch_1', 'closed', %s, %d, %s)
                """.formatted(state, due, attempts, error)).update();
    }
}
