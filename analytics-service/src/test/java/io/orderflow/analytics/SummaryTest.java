package io.orderflow.analytics;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.springframework.test.json.JsonCompareMode.LENIENT;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.Fact;
import io.orderflow.events.Money;
import io.orderflow.events.ProductListed;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

/// Nine orders in a year in which nothing else happens.
@ServiceTest
class SummaryTest {
    private static final Instant PLACED = Instant.parse("2200-03-01T12:00:00.120Z");

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
    void the_summary_counts_and_times_each_order_once_however_often_it_is_told() {
        var told = nineOrders();

        facts.arrive(told.toArray(Fact[]::new));
        facts.arrive(told.reversed().toArray(Fact[]::new));

        eventually(() ->
                operator.asks("/analytics/summary?since=2200-01-01T00:00:00Z").json("""
                {"since": "2200-01-01T00:00:00Z",
                 "orders": {"PENDING": 0, "PAID": 0, "CONFIRMED": 0, "SHIPPED": 4, "DELIVERED": 1,
                            "COMPENSATING": 1, "FAILED": 2, "CANCELLED": 1},
                 "funnel": {"placed": 9, "paid": 8, "deducted": 5, "shipped": 5, "delivered": 1,
                            "conversion": {"paid": 0.8889, "deducted": 0.5556, "shipped": 0.5556,
                                           "delivered": 0.1111}},
                 "revenue": [{"currency": "EUR", "shipped": "103.20", "captured": "180.60", "refunded": "51.60"},
                             {"currency": "USD", "shipped": "10.00", "captured": "10.00", "refunded": "0.00"}],
                 "failures": {"card-declined": 1, "out-of-stock": 2},
                 "cancellations": {"requested-by-customer": 1},
                 "openRefunds": 1,
                 "stepMillis": {
                   "placedToPaid":       {"orders": 8, "p50": 150.0, "p95": 465.0, "p99": 493.0},
                   "paidToDeducted":     {"orders": 5, "p50": 200.0, "p95": 380.0, "p99": 396.0},
                   "deductedToShipped":  {"orders": 5, "p50": 200.0, "p95": 380.0, "p99": 396.0},
                   "shippedToDelivered": {"orders": 1, "p50": 100.0, "p95": 100.0, "p99": 100.0},
                   "placedToEnd":        {"orders": 4, "p50": 450.0, "p95": 1775.0, "p99": 1955.0}},
                 "notifications": {"sent": 5, "failed": 1}}""", LENIENT));
    }

    @Test
    void a_window_in_which_nothing_happened_has_no_numbers() {
        operator.asks("/analytics/summary?since=9999-01-01T00:00:00Z")
                .jsonPath("$.orders.SHIPPED")
                .isEqualTo(0)
                .jsonPath("$.funnel.conversion.paid")
                .isEmpty()
                .jsonPath("$.stepMillis.placedToEnd.p99")
                .isEmpty()
                .jsonPath("$.revenue")
                .isEmpty()
                .jsonPath("$.failures")
                .isEmpty()
                .jsonPath("$.events")
                .isEmpty();
    }

    @Test
    void a_window_that_cannot_be_read_is_refused() {
        operator.gets(HttpStatus.BAD_REQUEST, "/analytics/summary?since=yesterday")
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo("since");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/analytics/summary", "/sagas", "/sagas/0198c5a1-0000-7000-8000-000000000001"})
    void without_a_log_in_nothing_is_told(String uri) {
        RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private static List<Fact> nineOrders() {
        var told = new ArrayList<Fact>();
        for (int i = 1; i <= 3; i++) {
            told.addAll(anOrder(Story.SHIPPED, i * 100, Story.TOTAL));
        }
        told.addAll(anOrder(Story.SHIPPED, 400, new Money("USD", new BigDecimal("10.00"))));
        told.addAll(anOrder(Story.DECLINED, 100, Story.TOTAL));
        told.addAll(anOrder(Story.OUT_OF_STOCK, 500, Story.TOTAL));
        told.addAll(anOrder(Story.DELIVERED, 100, Story.TOTAL));
        told.addAll(anOrder(Story.CANCELLED, 100, Story.TOTAL));
        told.addAll(anOrder(Story.REFUND_REFUSED, 100, Story.TOTAL).subList(0, 4));
        told.add(new ProductListed("MUG-BLUE", PLACED, 1, "Blue mug", Story.TOTAL, 10));
        return told;
    }

    private static List<AboutOrder> anOrder(Story story, int stepMillis, Money total) {
        return story.of(Ids.next(), PLACED, Duration.ofMillis(stepMillis), total);
    }
}
