package io.orderflow.analytics;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.json.JsonCompareMode.LENIENT;

import io.orderflow.events.DiscrepancyFound;
import io.orderflow.events.DiscrepancyResolved;
import io.orderflow.events.Fact;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Figures are compared with owners that a stub plays. Everything is about one cancelled order and one that is
/// delivered.
@ServiceTest
class ComparisonTest {
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Instant PLACED = Instant.parse("2026-03-01T12:00:00.120Z");
    private static final StubOwners STUB = StubOwners.start();

    @Autowired
    private FactsOnTheWire facts;

    @LocalServerPort
    private int port;

    private Operator operator;

    @DynamicPropertySource
    static void owners(DynamicPropertyRegistry registry) {
        for (String owner : StubOwners.NAMES) {
            registry.add("orderflow.analytics.owners." + owner, () -> STUB.base(owner));
        }
        registry.add("orderflow.analytics.owners.pause", () -> "1ms");
    }

    @AfterAll
    static void stop() {
        STUB.close();
    }

    @BeforeEach
    void twoOrdersOnWhichAllAgree() {
        operator = Operator.at(port);
        STUB.allAgree();
        UUID cancelled = new UUID(0x0198_C5A1_0000_7000L, 0x8000_0000_0000_0001L);
        UUID delivered = new UUID(0x0198_C5A1_0000_7000L, 0x8000_0000_0000_0002L);
        facts.arrive(Story.CANCELLED.of(cancelled, PLACED, STEP).toArray(Fact[]::new));
        facts.arrive(Story.DELIVERED.of(delivered, PLACED, STEP).toArray(Fact[]::new));
        facts.arrive(StubOwners.LISTED);
        eventually(() -> compare().json("{\"agrees\": true}", LENIENT));
    }

    @Test
    void the_answer_tells_what_was_compared_and_both_figures() {
        compare().json("""
                {"agrees": true, "owners": [
                  {"owner": "order", "outcome": "agrees", "reason": null},
                  {"owner": "payment", "outcome": "agrees"}, {"owner": "ledger", "outcome": "agrees"},
                  {"owner": "inventory", "outcome": "agrees"}, {"owner": "shipping", "outcome": "agrees"},
                  {"owner": "notification", "outcome": "agrees", "figures": [
                    {"figure": "v1.order.delivered failed", "ours": "0", "theirs": "0", "agrees": true},
                    {"figure": "v1.order.delivered sent", "ours": "1", "theirs": "1", "agrees": true,
                     "moving": false}]}]}""", LENIENT);
        assertThat(STUB.asked("order")).allMatch(query -> query.matches("until=20.+Z"));
    }

    @Test
    void what_a_person_gave_back_beside_the_provider_is_refunded_too() {
        STUB.answer("ledger", """
                {"ordersChargedMoreThanOnce": [], "ordersRefundedMoreThanOnce": [],
                 "sums": [{"currency": "EUR", "captured": "51.60", "refunded": "15.80"}],
                 "settledElsewhere": [{"currency": "EUR", "amount": "10.00"}]}""");

        compare().json("""
                {"owners": [{"owner": "order"}, {"owner": "payment"}, {"owner": "ledger", "outcome": "agrees"},
                            {"owner": "inventory"}, {"owner": "shipping"}, {"owner": "notification"}]}""", LENIENT);
    }

    @Test
    void only_older_orders_are_compared() {
        UUID young = Ids.next();
        facts.arrive(Story.DECLINED.of(young, Instant.now(), STEP).toArray(Fact[]::new));
        eventually(() -> operator.asks("/sagas/" + young).jsonPath("$.status").isEqualTo("FAILED"));

        compare().json("{\"agrees\": true}", LENIENT);
        compare("?until=9999-01-01T00:00:00Z").json("{\"agrees\": false}", LENIENT);

        compare().json("{\"agrees\": true}", LENIENT);
    }

    @Test
    void a_figure_that_differs_is_a_discrepancy_until_it_agrees_again() {
        STUB.answer("shipping", "{\"states\": {\"DELIVERED\": 2, \"CANCELLED\": 1}}");

        of(compare(), "shipping", "outcome", "disagrees");
        figure(compare(), "shipments DELIVERED", """
                {"figure": "shipments DELIVERED", "ours": "1", "theirs": "2", "agrees": false, "moving": false}""");
        compare().json("{\"agrees\": false}", LENIENT);
        eventually(() -> assertThat(facts.said(DiscrepancyFound.class, "shipping shipments DELIVERED"))
                .extracting(heard -> heard.fact().detail())
                .containsExactly("The owner counts 2, the facts amount to 1."));

        STUB.allAgree();
        compare().json("{\"agrees\": true}", LENIENT);

        eventually(() -> assertThat(facts.said(DiscrepancyResolved.class, "shipping shipments DELIVERED"))
                .hasSize(1));
        assertThat(facts.said(DiscrepancyFound.class, "shipping shipments DELIVERED"))
                .hasSize(1);
    }

    @Test
    void a_figure_that_catches_up_meanwhile_agrees() {
        STUB.answerOnce("shipping", "{\"states\": {\"DELIVERED\": 0, \"CANCELLED\": 1}}");

        compare().json("{\"agrees\": true}", LENIENT);
    }

    @Test
    void a_figure_that_still_moves_is_no_discrepancy() {
        STUB.counting("shipping", "{\"states\": {\"DELIVERED\": %d, \"CANCELLED\": 1}}", 2);

        figure(compare(), "shipments DELIVERED", """
                {"figure": "shipments DELIVERED", "ours": "1", "theirs": "4", "agrees": false, "moving": true}""");

        operator.asks("/audit/discrepancies?open=true")
                .jsonPath("$.discrepancies")
                .isEmpty();
    }

    @Test
    void an_owner_that_is_away_is_no_discrepancy() {
        STUB.answer("notification", null);
        STUB.answer("payment", "{\"nothing\": \"known\"}");

        of(compare(), "notification", "outcome", "unavailable");
        of(compare(), "notification", "reason", "it answered with status 503");
        of(compare(), "payment", "reason", "it answered with nothing that can be compared");
        compare().jsonPath("$.agrees").isEqualTo(false);
        operator.asks("/audit/discrepancies?open=true")
                .jsonPath("$.discrepancies")
                .isEmpty();
    }

    @Test
    void a_moment_that_cannot_be_read_is_refused() {
        operator.posts(HttpStatus.BAD_REQUEST, "/audit/comparisons?until=tomorrow")
                .jsonPath("$.errors[0].field")
                .isEqualTo("until");
    }

    private static void of(BodyContentSpec answer, String owner, String member, String expected) {
        answer.jsonPath("$.owners[?(@.owner == '%s')].%s".formatted(owner, member))
                .isEqualTo(List.of(expected));
    }

    private static void figure(BodyContentSpec answer, String figure, String expected) {
        answer.jsonPath("$.owners[*].figures[?(@.figure == '%s')]".formatted(figure))
                .value(found -> assertThat(JsonMapper.shared().<JsonNode>valueToTree(found))
                        .isEqualTo(JsonMapper.shared().readTree("[" + expected + "]")));
    }

    private BodyContentSpec compare() {
        return compare("");
    }

    private BodyContentSpec compare(String query) {
        return operator.posts(HttpStatus.OK, "/audit/comparisons" + query);
    }
}
