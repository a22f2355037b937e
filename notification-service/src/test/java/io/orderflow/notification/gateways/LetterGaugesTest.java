package io.orderflow.notification.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.messaging.meters.Samples;
import io.orderflow.messaging.test.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class LetterGaugesTest {
    private final TestDatabase database = TestDatabase.newDatabase();
    private final DriverManagerDataSource source =
            new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password());
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final LetterGauges gauges = new LetterGauges(new Samples(new SimpleMeterRegistry()), jdbc);

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
    void letters_that_are_due_are_not_sent() {
        jdbc.sql("insert into correspondence (order_id) values ('00000000-0000-0000-0000-000000000001')")
                .update();
        letter("DUE", "now()");
        letter("DUE", "now() + interval '1 minute'");
        letter("WAITING", "null");
        letter("SENT", "null");

        assertThat(gauges.unsent()).isEqualTo(2);
    }

    private void letter(String state, String due) {
        jdbc.sql("""
                insert into notification (id, order_id, about, subject, body, email, state, occurred_at, due_at)
                values (gen_random_uuid(), '00000000-0000-0000-0000-000000000001', gen_random_uuid()::text, '', '', 'a@b',
                        '%s', now(), %s)
                """.formatted(state, due)).update();
    }
}
