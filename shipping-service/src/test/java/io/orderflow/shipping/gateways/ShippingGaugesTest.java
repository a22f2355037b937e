package io.orderflow.shipping.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.messaging.meters.Samples;
import io.orderflow.messaging.test.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ShippingGaugesTest {
    private final TestDatabase database = TestDatabase.newDatabase();
    private final DriverManagerDataSource source =
            new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password());
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final ShippingGauges gauges = new ShippingGauges(new Samples(new SimpleMeterRegistry()), jdbc);

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
        shipment("BOOKING", 1, "null");
        shipment("BOOKING", 2, "null");
        shipment("BOOKING", 1, "'time-out'");
        shipment("SHIPPED", 5, "'time-out'");

        assertThat(gauges.open()).isEqualTo(new ShippingGauges.Open(3, 2));
    }

    private void shipment(String state, int attempts, String error) {
        jdbc.sql("""
                insert into shipment (order_id, state, address_known, goods_there, decided_at, carrier, tracking_number,
                  due_at, attempts, last_error)
                values (gen_random_uuid(), '%s', true, true, now(), 'carrier', '1', now(), %d, %s)
                """.formatted(state, attempts, error)).update();
    }
}
