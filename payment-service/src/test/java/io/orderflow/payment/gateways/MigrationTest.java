package io.orderflow.payment.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messaging.test.TestDatabase;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationTest {
    private final TestDatabase database = TestDatabase.newDatabase();
    private final DriverManagerDataSource source =
            new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password());
    private final JdbcClient jdbc = JdbcClient.create(source);

    @BeforeEach
    void before() {
        migrate("2");
    }

    @Test
    void an_order_that_was_not_charged_because_it_failed_is_void() {
        jdbc.sql("""
                insert into payment (order_id, state, currency, amount, token, failure_reason, failure_cause,
                                     charge_decided_at, decline_reason)
                values (gen_random_uuid(), 'NEVER_CHARGED', 'EUR', 1, 'tok', 'out-of-stock', '', now(), 'out-of-stock')""").update();

        migrate("latest");

        assertThat(states()).containsExactly("VOIDED out-of-stock");
    }

    @Test
    void an_order_that_had_failed_before_it_was_heard_of_is_void_and_will_not_be_charged() {
        jdbc.sql("""
                insert into payment (order_id, state, failure_reason, failure_cause)
                values (gen_random_uuid(), 'AWAITING_ORDER', 'out-of-stock', '')""").update();

        migrate("latest");

        assertThat(states()).containsExactly("VOIDED out-of-stock");
    }

    @Test
    void money_that_is_on_its_way_stays_so() {
        jdbc.sql("""
                insert into payment (order_id, state, currency, amount, token, failure_reason, failure_cause,
                                     charge_decided_at, charge_reference, due_at)
                values (gen_random_uuid(), 'REFUNDING', 'EUR', 1, 'tok', 'out-of-stock', '', now(), 'ch_1', now())""").update();

        migrate("latest");

        assertThat(states()).containsExactly("REFUNDING out-of-stock");
        assertThat(jdbc.sql("select refund_sequence from payment")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/messaging", "classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private List<String> states() {
        return jdbc.sql("select state || ' ' || call_off_reason from payment where charge_decided_at is not null")
                .query(String.class)
                .list();
    }
}
