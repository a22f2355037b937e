package io.orderflow.analytics;

import static io.orderflow.messaging.test.Eventually.eventually;

import io.orderflow.events.Fact;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

/// Five orders that are newer than any that another test makes.
@ServiceTest
class SagaPagesTest {
    private static final Instant PLACED = Instant.parse("2026-03-01T12:00:00.120Z");
    private static final Duration STEP = Duration.ofMillis(100);
    private static final List<UUID> ORDERS = IntStream.range(0, 5)
            .mapToObj(number -> new UUID(0xFFFF_FFFF_FFF0_7000L, 0x8000_0000_0000_0000L | number))
            .toList();

    @Autowired
    private FactsOnTheWire facts;

    @LocalServerPort
    private int port;

    private Operator operator;

    @BeforeEach
    void logIn() {
        operator = Operator.at(port);
    }

    @Test
    void sagas_are_listed_page_by_page_the_newest_first() {
        for (UUID order : ORDERS.subList(0, 4)) {
            facts.arrive(Story.SHIPPED.of(order, PLACED, STEP).toArray(Fact[]::new));
        }
        facts.arrive(Story.DECLINED.of(ORDERS.get(4), PLACED, STEP).toArray(Fact[]::new));

        eventually(() -> page("/sagas?limit=2", 4, 3)
                .jsonPath("$.sagas[0].status")
                .isEqualTo("FAILED")
                .jsonPath("$.sagas[0].failureReason")
                .isEqualTo("card-declined")
                .jsonPath("$.next")
                .isEqualTo(ORDERS.get(3).toString()));
        eventually(() -> page("/sagas?limit=2&after=" + ORDERS.get(3), 2, 1));
        eventually(() -> page("/sagas?status=SHIPPED&limit=2", 3, 2));
        eventually(() -> page("/sagas?status=SHIPPED&limit=2&after=" + ORDERS.get(2), 1, 0));
    }

    @Test
    void the_last_page_names_no_next() {
        operator.asks("/sagas?after=" + new UUID(0, 0))
                .jsonPath("$.sagas")
                .isEmpty()
                .jsonPath("$.next")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=many", "after=yesterday", "status=LOST"})
    void what_cannot_be_read_is_refused_by_name(String query) {
        operator.gets(HttpStatus.BAD_REQUEST, "/sagas?" + query)
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    private BodyContentSpec page(String uri, int first, int second) {
        return operator.asks(uri)
                .jsonPath("$.sagas[*].orderId")
                .isEqualTo(Stream.of(first, second)
                        .map(number -> ORDERS.get(number).toString())
                        .toList());
    }
}
