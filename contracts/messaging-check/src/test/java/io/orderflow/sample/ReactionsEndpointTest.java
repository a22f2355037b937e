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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ReactionsEndpointTest {
    private final UUID order = UUID.randomUUID();

    @Autowired
    private FactsOnTheWire facts;

    @Autowired
    private RestTestClient http;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void resume() {
        jdbc.update("delete from reactions_pause");
    }

    @Test
    void reactions_are_paused_and_resumed_and_health_tells_of_it() {
        facts.arrive(paid());
        eventually(() -> assertThat(facts.said(InventoryUpdated.class, order)).hasSize(1));

        post("{\"action\":\"pause\",\"why\":\"to look\"}").expectStatus().isOk();
        get("/actuator/reactions")
                .expectBody()
                .jsonPath("$.paused")
                .isEqualTo(true)
                .jsonPath("$.by")
                .isEqualTo("operations")
                .jsonPath("$.why")
                .isEqualTo("to look")
                .jsonPath("$.since")
                .exists()
                .jsonPath("$.reactsTo[?(@ == 'v1.payment.processed')]")
                .exists();
        eventually(() -> get("/actuator/health")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components.broker.status")
                .isEqualTo("UP")
                .jsonPath("$.components.broker.details.reactions")
                .value(String.class, text -> assertThat(text).startsWith("paused by operations since ")));
        post("{\"action\":\"pause\",\"why\":\"again\"}").expectStatus().isEqualTo(409);
        facts.arrive(paid());

        post("{\"action\":\"resume\",\"why\":\"seen enough\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paused")
                .isEqualTo(false)
                .jsonPath("$.by")
                .doesNotExist();
        eventually(() -> assertThat(facts.said(InventoryUpdated.class, order)).hasSize(2));
        post("{\"action\":\"resume\",\"why\":\"again\"}").expectStatus().isEqualTo(409);
        get("/actuator/operations?limit=2")
                .expectBody()
                .jsonPath("$.operations[0].action")
                .isEqualTo("reactions.resume")
                .jsonPath("$.operations[1].action")
                .isEqualTo("reactions.pause");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":\"stop\",\"why\":\"x\"}",
                "{\"why\":\"x\"}",
                "{\"action\":\"pause\"}",
                "{\"action\":\"pause\",\"why\":\" \"}",
                "{\"action\":\"pause\",\"why\":\"x\",\"for\":\"PT1M\"}"
            })
    void what_is_wrong_is_one_problem_and_changes_nothing(String body) {
        post(body).expectStatus().isBadRequest().expectHeader().contentType("application/problem+json");

        get("/actuator/reactions").expectBody().jsonPath("$.paused").isEqualTo(false);
    }

    private RestTestClient.ResponseSpec post(String body) {
        return http.post()
                .uri("/actuator/reactions")
                .headers(headers -> headers.setBasicAuth("operations", "test"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec get(String path) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBasicAuth("operations", "test"))
                .exchange();
    }

    private PaymentProcessed paid() {
        return new PaymentProcessed(order, Instant.EPOCH, new Money("EUR", new BigDecimal("25.80")), "ch_1");
    }
}
