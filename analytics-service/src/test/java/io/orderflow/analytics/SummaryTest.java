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

/// Six orders in a year in which nothing else happens.
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
        var told = sixOrders();

        facts.arrive(told.toArray(Fact[]::new));
        facts.arrive(told.reversed().toArray(Fact[]::new));

        eventually(() ->
                operator.asks("/analytics/summary?since=2200-01-01T00:00:00Z").json("""
                {"since": "2200-01-01T00:00:00Z",
                 "orders": {"PENDING": 0, "PAID": 0, "CONFIRMED": 0, "SHIPPED": 4, "COMPENSATING": 0, "FAILED": 2},
                 "funnel": {"placed": 6, "paid": 5, "deducted": 4, "shipped": 4,
                            "conversion": {"paid": 0.8333, "deducted": 0.6667, "shipped": 0.6667}},
                 "revenue": [{"currency": "EUR", "shipped": "77.40", "captured": "103.20", "refunded": "25.80"},
                             {"currency": "USD", "shipped": "10.00", "captured": "10.00", "refunded": "0.00"}],
                 "failures": {"card-declined": 1, "out-of-stock": 1},
                 "stepMillis": {
                   "placedToPaid":      {"orders": 5, "p50": 300.0, "p95": 480.0, "p99": 496.0},
                   "paidToDeducted":    {"orders": 4, "p50": 250.0, "p95": 385.0, "p99": 397.0},
                   "deductedToShipped": {"orders": 4, "p50": 250.0, "p95": 385.0, "p99": 397.0},
                   "placedToEnd":       {"orders": 6, "p50": 750.0, "p95": 1800.0, "p99": 1960.0}},
                 "notifications": {"sent": 4, "failed": 1},
                 "events": {"v1.inventory.update-failed": 2, "v1.inventory.updated": 8, "v1.notification.failed": 2,
                            "v1.notification.sent": 8, "v1.order.created": 12, "v1.order.failed": 4,
                            "v1.order.shipped": 8, "v1.payment.failed": 2, "v1.payment.processed": 10,
                            "v1.payment.refunded": 2, "v1.product.listed": 2}}""", LENIENT));
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

    private static List<Fact> sixOrders() {
        var told = new ArrayList<Fact>();
        for (int i = 1; i <= 3; i++) {
            told.addAll(anOrder(Story.SHIPPED, i * 100, Story.TOTAL));
        }
        told.addAll(anOrder(Story.SHIPPED, 400, new Money("USD", new BigDecimal("10.00"))));
        told.addAll(anOrder(Story.DECLINED, 100, Story.TOTAL));
        told.addAll(anOrder(Story.OUT_OF_STOCK, 500, Story.TOTAL));
        told.add(new ProductListed("MUG-BLUE", PLACED, 1, "Blue mug", Story.TOTAL, 10));
        return told;
    }

    private static List<AboutOrder> anOrder(Story story, int stepMillis, Money total) {
        return story.of(Ids.next(), PLACED, Duration.ofMillis(stepMillis), total);
    }
}
