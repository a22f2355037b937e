package io.orderflow.order.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messaging.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

class MigrationTest {
    private final TestDatabase database = TestDatabase.newDatabase();

    @Test
    void orders_that_were_underway_before_there_were_alarms_are_given_the_time_of_a_new_one() throws SQLException {
        migrate("1");
        for (String status : new String[] {"PAID", "COMPENSATING", "SHIPPED", "FAILED"}) {
            database.execute("""
                    insert into orders values (gen_random_uuid(), 'token', 'Ada', 'ada@example.org', 'Ada', 'Street 1',
                      'London', 'SW1Y', 'GB', 'tok_approved', 'MUG 1 EUR 1.00', 'EUR', 1.00, now() - interval '9 days',
                      'cp', '%s', 'out-of-stock', null, 1)
                    """.formatted(status));
        }
        migrate("latest");

        assertThat(statusesWhere("due_at between now() and now() + interval '30 seconds'"))
                .isEqualTo("COMPENSATING,PAID");
        assertThat(statusesWhere("due_at is null")).isEqualTo("FAILED,SHIPPED");
        assertThat(statusesWhere("deadline_at > now() + interval '14 minutes' and failure = 'out-of-stock'"))
                .isEqualTo("COMPENSATING,FAILED,PAID,SHIPPED");
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .locations("classpath:db/migration")
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }

    private String statusesWhere(String condition) throws SQLException {
        try (Connection connection = database.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select string_agg(status, ',' order by status) from orders where " + condition)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
