package io.orderflow.sample;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.Money;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.broker.Topology;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.Letter;
import io.orderflow.messaging.test.ServiceTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ReplaysEndpointTest {
    private final UUID order = UUID.randomUUID();

    @Autowired
    private FactsOnTheWire facts;

    @Autowired
    private RestTestClient http;

    @Autowired
    private JdbcTemplate jdbc;

    /// One fact is said and published.
    @BeforeEach
    void sayOne() {
        facts.arrive(paid());
        eventually(() -> assertThat(jdbc.queryForObject(
                        "select count(*) from outbox where subject = ? and published_at is not null",
                        Integer.class,
                        order.toString()))
                .isOne());
    }

    @Test
    void what_an_operator_asks_for_is_said_again_and_recorded() {
        Object id = body(ask(Map.of("about", order.toString(), "rate", 50, "why", "shipping lost it"))
                        .expectStatus()
                        .isAccepted())
                .get("id");

        eventually(() -> assertThat(facts.said(InventoryUpdated.class, order))
                .hasSize(2)
                .extracting(heard -> heard.envelope().eventId())
                .containsOnly(facts.said(InventoryUpdated.class, order)
                        .getFirst()
                        .envelope()
                        .eventId()));
        eventually(() -> get("/actuator/replays/" + id)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("done")
                .jsonPath("$.said")
                .isEqualTo(1)
                .jsonPath("$.by")
                .isEqualTo("operations")
                .jsonPath("$.why")
                .isEqualTo("shipping lost it"));
        get("/actuator/replays")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.replays[0].id")
                .isEqualTo(id);
        get("/actuator/operations?limit=1")
                .expectBody()
                .jsonPath("$.operations[0].action")
                .isEqualTo("history.replay")
                .jsonPath("$.operations[0].operator")
                .isEqualTo("operations")
                .jsonPath("$.operations[0].details.about")
                .isEqualTo(order.toString());
        http.delete()
                .uri("/actuator/replays/" + id + "?why=late")
                .headers(headers -> headers.setBasicAuth("operations", "test"))
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void a_service_hears_what_is_addressed_to_it() {
        UUID another = UUID.randomUUID();
        Letter letter = facts.letterOf(
                new PaymentProcessed(another, Instant.EPOCH, new Money("EUR", new BigDecimal("1.00")), "ch_2"));

        facts.arriveRaw(Topology.addressed("inventory", letter.routingKey()), letter.properties(), letter.body());

        eventually(() -> assertThat(facts.said(InventoryUpdated.class, another))
                .extracting(Heard::fact)
                .hasSize(1));
    }

    @Test
    void history_is_told_without_what_it_says_but_for_one_event() {
        get("/actuator/replays/history?type=v1.inventory.updated&about=" + order)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.facts.length()")
                .isEqualTo(1)
                .jsonPath("$.facts[0].type")
                .isEqualTo("v1.inventory.updated")
                .jsonPath("$.facts[0].payload")
                .doesNotExist()
                .jsonPath("$.next")
                .doesNotExist();
        UUID event = jdbc.queryForObject("select event_id from outbox where subject = ?", UUID.class, order.toString());
        get("/actuator/replays/history?event=" + event)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.payload.orderId")
                .isEqualTo(order.toString());
        get("/actuator/replays/history?event=" + UUID.randomUUID())
                .expectStatus()
                .isNotFound();
        get("/actuator/replays/history?about=" + order + "&to=2020-01-01T00:00:00Z")
                .expectBody()
                .jsonPath("$.facts.length()")
                .isEqualTo(0);
    }

    @Test
    void history_is_turned_over_page_by_page() {
        facts.arrive(paid());
        eventually(() -> assertThat(facts.said(InventoryUpdated.class, order)).hasSize(2));

        var first = page("/actuator/replays/history?limit=1&about=" + order);
        var second = page("/actuator/replays/history?limit=1&about=" + order + "&after=" + first.get("next"));
        var end = page("/actuator/replays/history?limit=1&about=" + order + "&after=" + second.get("next"));

        assertThat((List<?>) first.get("facts")).hasSize(1);
        assertThat(second.get("facts")).isNotEqualTo(first.get("facts"));
        assertThat(end.get("facts")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "400, `{\"types\":\"v1.order.vanished\",\"why\":\"x\"}`, unknown event type",
                "400, `{\"types\":\"v1.order.created\",\"why\":\"x\"}`, inventory does not say",
                "400, `{\"types\":\"\",\"why\":\"x\"}`, types",
                "400, `{\"from\":\"2026-01-02T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\",\"why\":\"x\"}`, before",
                "400, `{\"from\":\"yesterday\",\"why\":\"x\"}`, from",
                "400, `{\"sku\":\"MUG\",\"why\":\"x\"}`, sku is not known here",
                "400, `{\"reader\":\"#\",\"why\":\"x\"}`, reader",
                "400, `{\"rate\":0,\"why\":\"x\"}`, rate",
                "400, `{\"rate\":5001,\"why\":\"x\"}`, rate",
                "400, `{\"rate\":\"fast\",\"why\":\"x\"}`, rate",
                "400, `{\"about\":\" \",\"why\":\"x\"}`, about",
                "400, `{}`, Say why",
                "400, `{`, no JSON",
                "422, `{\"about\":\"nobody\",\"why\":\"x\"}`, no published fact"
            })
    void what_is_wrong_is_one_problem_and_nothing_is_recorded(int status, String body, String detail) {
        long before = recorded();

        http.post()
                .uri("/actuator/replays")
                .headers(headers -> headers.setBasicAuth("operations", "test"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, text -> assertThat(text).contains(detail));

        assertThat(recorded()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /actuator/replays/4711, 404",
        "GET, /actuator/replays/nothing, 404",
        "DELETE, /actuator/replays/4711?why=x, 404",
        "GET, /actuator/replays/history?type=v1.order.created, 400",
        "GET, /actuator/replays/history?from=yesterday, 400",
        "GET, /actuator/replays/history?event=this, 400"
    })
    void what_is_not_there_is_one_problem(HttpMethod method, String path, int status) {
        http.method(method)
                .uri(path)
                .headers(headers -> headers.setBasicAuth("operations", "test"))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json");
    }

    private long recorded() {
        Long rows = jdbc.queryForObject(
                "select (select count(*) from operator_action) + (select count(*) from outbox_replay)", Long.class);
        return rows == null ? -1 : rows;
    }

    private RestTestClient.ResponseSpec ask(Map<String, Object> body) {
        return http.post()
                .uri("/actuator/replays")
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

    private Map<?, ?> page(String path) {
        return body(get(path).expectStatus().isOk());
    }

    private static Map<?, ?> body(RestTestClient.ResponseSpec answer) {
        Map<?, ?> body = answer.expectBody(Map.class).returnResult().getResponseBody();
        return body == null ? Map.of() : body;
    }

    private PaymentProcessed paid() {
        return new PaymentProcessed(order, Instant.EPOCH, new Money("EUR", new BigDecimal("25.80")), "ch_1");
    }
}
