package io.orderflow.notification;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.notification.OrderFacts.BY_CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import io.orderflow.notification.domain.State;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/// The whole service on a real broker and a real database: its own figures, for the auditor.
@ServiceTest
class SummaryTest {
    private record Ended(long sent, long failed) {}

    private record Summary(@Nullable Instant until, Map<State, Long> states, Map<String, Ended> templates) {}

    /// No other test has orders this old.
    private static final Instant LONG_AGO = Instant.EPOCH.plusSeconds(10);

    @Autowired
    private FactsOnTheWire facts;

    @LocalServerPort
    private int port;

    @Test
    void messages_are_counted_by_state_and_template_up_to_an_instant_of_their_orders() {
        OrderFacts first = madeAt(LONG_AGO.minusMillis(1), "ada@example.org");
        OrderFacts second = madeAt(LONG_AGO.minusMillis(1), "bob@example.org");
        OrderFacts unknown = madeAt(LONG_AGO.minusMillis(1), "ada@example.org");
        OrderFacts later = madeAt(LONG_AGO, "ada@example.org");
        facts.arrive(first.created(), first.paid(), first.cancelled(BY_CUSTOMER));
        facts.arrive(second.created());
        facts.arrive(unknown.shipped());
        facts.arrive(later.created());

        eventually(() -> assertThat(summary("?until=" + LONG_AGO.plusMillis(1)).states())
                .isEqualTo(Map.of(State.WAITING, 1L, State.DUE, 0L, State.SENT, 5L, State.FAILED, 0L)));
        Summary before = summary("?until=" + LONG_AGO);
        assertThat(before.until()).isEqualTo(LONG_AGO);
        assertThat(before.states())
                .isEqualTo(Map.of(State.WAITING, 1L, State.DUE, 0L, State.SENT, 4L, State.FAILED, 0L));
        assertThat(before.templates())
                .isEqualTo(Map.of(
                        "v1.order.created", new Ended(2, 0),
                        "v1.payment.processed", new Ended(1, 0),
                        "v1.order.shipped", new Ended(0, 0),
                        "v1.order.cancelled", new Ended(1, 0)));
        assertThat(summary("?until=" + Instant.EPOCH).states().values()).containsOnly(0L);
        assertThat(summary("").states().get(State.SENT)).isGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "1969-12-31T23:59:59Z", "%2B10000-01-01T00:00:00Z", "2026-03-01"})
    void an_instant_that_is_none_is_a_problem(String until) {
        asked("?until=" + until)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("until");
    }

    @Test
    void only_the_operator_may_ask() {
        new Desk(port)
                .http()
                .get()
                .uri("/notifications/summary")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private Summary summary(String query) {
        return Objects.requireNonNull(asked(query)
                .expectStatus()
                .isOk()
                .expectBody(Summary.class)
                .returnResult()
                .getResponseBody());
    }

    private RestTestClient.ResponseSpec asked(String query) {
        return new Desk(port)
                .http()
                .get()
                .uri(URI.create("http://localhost:" + port + "/notifications/summary" + query))
                .headers(Desk::operator)
                .exchange();
    }

    /// An order whose id, of version 7, was made in this millisecond.
    private static OrderFacts madeAt(Instant instant, String email) {
        long random = ThreadLocalRandom.current().nextLong() & 0x3FFF_FFFF_FFFF_FFFFL;
        return new OrderFacts(new UUID(instant.toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L | random), email);
    }
}
