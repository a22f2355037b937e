package io.orderflow.sample;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.Money;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

@ServiceTest
@DirtiesContext
@Import(NewerVersionTest.WasHere.class)
class NewerVersionTest {
    @Autowired
    private FactsOnTheWire facts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_version_starts_and_works_on_the_schema_of_a_newer_one() {
        var order = UUID.randomUUID();
        assertThat(jdbc.sql("select count(*) from flyway_schema_history where version in ('0.99', '99')")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        facts.arrive(new PaymentProcessed(order, Instant.EPOCH, new Money("EUR", new BigDecimal("25.80")), "ch_1"));

        eventually(() -> assertThat(facts.said(InventoryUpdated.class, order)).hasSize(1));
    }

    /// Before this version starts, a newer one has migrated the database.
    @TestConfiguration
    static class WasHere {
        @Bean
        FlywayMigrationStrategy newerFirst() {
            return flyway -> {
                Flyway.configure()
                        .configuration(flyway.getConfiguration())
                        .locations("classpath:db/messaging", "classpath:db/newer")
                        .load()
                        .migrate();
                flyway.migrate();
            };
        }
    }
}
