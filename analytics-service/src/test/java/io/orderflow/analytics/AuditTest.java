package io.orderflow.analytics;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.events.AboutOrder;
import io.orderflow.events.AuditFact;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// The auditor, in a hurry: an order is quiet after half a second, and what was found is judged again each second.
@ServiceTest
@TestPropertySource(
        properties = {
            "orderflow.analytics.audit.quiet=500ms",
            "orderflow.analytics.audit.recheck=1s",
            "orderflow.analytics.audit.undecided=365d",
            "orderflow.analytics.audit.letter=365d"
        })
class AuditTest {
    private static final Duration STEP = Duration.ofMillis(100);

    @Autowired
    private FactsOnTheWire facts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    @LocalServerPort
    private int port;

    private final Instant placed = Instant.now();
    private Operator operator;

    @BeforeEach
    void logIn() {
        operator = Operator.at(port);
    }

    @Test
    void what_does_not_hold_is_said_once_and_resolved_when_the_missing_fact_comes() {
        UUID order = Ids.next();
        List<AboutOrder> story = Story.OUT_OF_STOCK.of(order, placed, STEP);

        facts.arrive(story.get(0), story.get(1), story.get(2), story.get(4));

        eventually(() -> assertThat(facts.said(DiscrepancyFound.class, order)).hasSize(1));
        DiscrepancyFound found =
                facts.said(DiscrepancyFound.class, order).getFirst().fact();
        assertThat(found.rule()).isEqualTo("money-balances");
        assertThat(found.detail()).contains("EUR 25.80");
        operator.asks("/audit/discrepancies?open=true&limit=500")
                .jsonPath("$.discrepancies[?(@.about == '%s')].id".formatted(order))
                .isEqualTo(List.of(found.discrepancyId().toString()));
        eventually(() -> assertThat(gauge("money-balances")).isEqualTo(1));
        judgedAgain(order);
        assertThat(facts.said(AuditFact.class, order)).hasSize(1);

        facts.arrive(story.get(3));

        eventually(() -> assertThat(facts.said(AuditFact.class, order)).hasSize(2));
        assertThat(facts.said(DiscrepancyResolved.class, order).getFirst().fact())
                .extracting(DiscrepancyResolved::discrepancyId, DiscrepancyResolved::rule)
                .containsExactly(found.discrepancyId(), "money-balances");
        assertThat(jdbc.sql("select count(*) from discrepancy where about = ? and resolved_at is null")
                        .param(order.toString())
                        .query(Long.class)
                        .single())
                .isZero();
        eventually(() -> assertThat(
                        jdbc.sql("select type from event_log where subject = ? and order_id is null order by 1")
                                .param(order.toString())
                                .query(String.class)
                                .list())
                .containsExactly("v1.audit.discrepancy-found", "v1.audit.discrepancy-resolved"));
    }

    @Test
    void an_order_of_which_all_holds_is_judged_once_and_then_left_alone() {
        UUID order = Ids.next();

        facts.arrive(Story.DELIVERED.of(order, placed, STEP).toArray(Fact[]::new));

        eventually(() -> operator.asks("/sagas/" + order).jsonPath("$.status").isEqualTo("DELIVERED"));
        eventually(() -> assertThat(jdbc.sql("select due_at is null and lease is null from saga where order_id = ?")
                        .param(order)
                        .query(Boolean.class)
                        .single())
                .isTrue());
        assertThat(facts.said(AuditFact.class, order)).isEmpty();
    }

    @Test
    void an_order_that_is_underway_is_judged_again_when_its_patience_is_over() {
        UUID order = Ids.next();

        facts.arrive(Story.DELIVERED.of(order, placed, STEP).getFirst());

        eventually(() -> assertThat(jdbc.sql("select due_at > now() + interval '360 days' from saga where order_id = ?")
                        .param(order)
                        .query(Boolean.class)
                        .optional())
                .contains(true));
        assertThat(facts.said(AuditFact.class, order)).isEmpty();
    }

    @Test
    void discrepancies_are_listed_page_by_page() {
        for (int i = 0; i < 3; i++) {
            List<AboutOrder> story = Story.ADDRESS_REFUSED.of(Ids.next(), placed, STEP);
            facts.arrive(story.get(0), story.get(1), story.get(2), story.get(4), story.get(6));
        }
        eventually(() -> operator.asks("/audit/discrepancies?limit=3")
                .jsonPath("$.discrepancies[2].id")
                .isNotEmpty());

        operator.asks("/audit/discrepancies?limit=2").jsonPath("$.next").isNotEmpty();
        operator.asks("/audit/discrepancies?after=" + new UUID(0, 0))
                .jsonPath("$.discrepancies")
                .isEmpty()
                .jsonPath("$.next")
                .isEmpty();
    }

    @Test
    void all_rules_are_told_in_words() {
        operator.asks("/audit/rules")
                .jsonPath("$.rules[?(@.rule == 'captured-once')].words")
                .isNotEmpty()
                .jsonPath("$.rules.length()")
                .isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open=perhaps", "limit=0", "after=yesterday"})
    void what_cannot_be_read_is_refused_by_name(String query) {
        operator.gets(HttpStatus.BAD_REQUEST, "/audit/discrepancies?" + query)
                .jsonPath("$.errors[0].field")
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    private double gauge(String rule) {
        return meters.get("orderflow.discrepancies").tag("rule", rule).gauge().value();
    }

    /// Waits until the order was judged once more: it becomes due at another time.
    private void judgedAgain(UUID order) {
        String due = due(order);
        eventually(() -> assertThat(due(order)).isNotEqualTo(due));
    }

    private String due(UUID order) {
        return jdbc.sql("select coalesce(due_at::text, '') from saga where order_id = ? and lease is null")
                .param(order)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
