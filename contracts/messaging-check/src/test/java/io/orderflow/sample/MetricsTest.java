package io.orderflow.sample;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Money;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
@DirtiesContext
class MetricsTest {
    @Autowired
    private RestTestClient http;

    @Autowired
    private FactsOnTheWire facts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcConnectionDetails database;

    @Test
    void what_this_instance_does_is_counted() {
        double published = figure("orderflow_facts_published_total");
        UUID once = facts.arrive(paid()).getFirst();
        facts.arriveAgain(once);
        facts.arriveRaw("v1.payment.processed", "{".getBytes(StandardCharsets.UTF_8));

        eventually(() -> {
            assertThat(figure("orderflow_messages_total{outcome=\"reacted\"}")).isPositive();
            assertThat(figure("orderflow_messages_total{outcome=\"heard-before\"}"))
                    .isPositive();
            assertThat(figure("orderflow_messages_total{outcome=\"parked\"}")).isPositive();
            assertThat(figure("orderflow_messages_total{outcome=\"retried\"}")).isZero();
            assertThat(figure("orderflow_facts_published_total")).isGreaterThan(published);
            assertThat(figure("orderflow_publishes_refused_total")).isZero();
            assertThat(figure("orderflow_batches_one_by_one_total")).isZero();
            assertThat(figure("orderflow_batch_size_messages_count")).isPositive();
            assertThat(figure("orderflow_publish_delay_seconds_count")).isPositive();
            assertThat(figure("orderflow_publish_delay_seconds_sum")).isBetween(0.0, 60.0);
        });
        eventually(() -> assertThat(figure("orderflow_parked")).isPositive());
    }

    @Test
    void what_the_service_has_in_hand_is_told() {
        jdbc.sql("""
                insert into outbox (event_id, subject, routing_key, payload, created_at, retry_at, last_error)
                values (gen_random_uuid(), '1', 'v1.inventory.updated', '{}', now() - interval '1 minute',
                        now() + interval '1 day', 'no queue takes it')""").update();
        jdbc.sql("insert into outbox_replay (reason, position, upto, finished_at) values ('done', 1, 9, now())")
                .update();

        eventually(() -> {
            assertThat(figure("orderflow_outbox_backlog")).isEqualTo(1);
            assertThat(figure("orderflow_outbox_age_seconds")).isBetween(59.0, 600.0);
            assertThat(figure("orderflow_outbox_refused")).isEqualTo(1);
            assertThat(figure("orderflow_waiting")).isZero();
            assertThat(figure("orderflow_parked")).isNotNegative();
            assertThat(figure("orderflow_ladder{rung=\"5s\"}")).isZero();
            assertThat(figure("orderflow_ladder{rung=\"600s\"}")).isZero();
            assertThat(figure("orderflow_reactions_paused")).isZero();
            assertThat(figure("orderflow_replay_left")).isZero();
        });
        jdbc.sql("delete from outbox where retry_at is not null").update();
        jdbc.sql("insert into reactions_pause (operator, why) values ('ada', 'to see')")
                .update();
        try {
            eventually(() -> {
                assertThat(figure("orderflow_reactions_paused")).isEqualTo(1);
                assertThat(figure("orderflow_outbox_backlog")).isZero();
            });
        } finally {
            jdbc.sql("delete from reactions_pause").update();
        }
    }

    @Test
    void while_the_database_is_away_nothing_is_told_of_it_and_the_scrape_does_not_hang() {
        var elsewhere = JdbcClient.create(new DriverManagerDataSource(
                database.getJdbcUrl().replaceAll("/[^/]*$", "/postgres"),
                String.valueOf(database.getUsername()),
                String.valueOf(database.getPassword())));
        String name = database.getJdbcUrl().replaceAll(".*/", "");
        elsewhere.sql("alter database " + name + " allow_connections false").update();
        try {
            elsewhere
                    .sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = ?")
                    .param(name)
                    .query(Long.class)
                    .single();
            eventually(() -> {
                long before = System.nanoTime();
                assertThat(figure("orderflow_outbox_backlog")).isNaN();
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            });
            assertThat(figure("orderflow_reactions_paused")).isNaN();
            assertThat(figure("orderflow_waiting")).isNotNaN();
            http.get()
                    .uri("/actuator/health/readiness")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.components.database.details.because")
                    .isNotEmpty();
        } finally {
            elsewhere.sql("alter database " + name + " allow_connections true").update();
        }
        eventually(() -> assertThat(figure("orderflow_outbox_backlog")).isNotNaN());
    }

    private double figure(String name) {
        return scrape().lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name));
    }

    private String scrape() {
        byte[] text = http.get()
                .uri("/actuator/prometheus")
                .headers(headers -> headers.setBasicAuth("operations", "test"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return new String(text == null ? new byte[0] : text, StandardCharsets.UTF_8);
    }

    private static PaymentProcessed paid() {
        return new PaymentProcessed(
                UUID.randomUUID(), Instant.EPOCH, new Money("EUR", new BigDecimal("25.80")), "ch_1");
    }
}
