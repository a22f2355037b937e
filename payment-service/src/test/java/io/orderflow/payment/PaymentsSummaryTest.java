package io.orderflow.payment;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.payment.domain.PaymentFixtures.orderCreated;
import static io.orderflow.payment.domain.PaymentFixtures.outOfStock;
import static io.orderflow.payment.domain.PaymentFixtures.shippingCancelled;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.PaymentFact;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.PaymentVoided;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import java.net.URI;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/// Its orders are of the year 2001, so that no other test's are counted.
@ServiceTest
@TestPropertySource(properties = "orderflow.payment.refund-attempts=1")
class PaymentsSummaryTest {
    private static final Instant THEN = Instant.parse("2001-02-03T04:05:06Z");

    private final Random random = new Random();

    @Autowired
    private FactsOnTheWire facts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RestTestClient http;

    @Test
    void the_owner_counts_payments_and_money_of_orders_made_before_an_instant() {
        aCapturedOrder(THEN.minusMillis(1), "tok_approved");
        var refunded = aCapturedOrder(THEN.minusSeconds(1), "tok_approved");
        var failed = aCapturedOrder(THEN.minusSeconds(2), "tok_refund_refused");
        facts.arrive(outOfStock(refunded), outOfStock(failed));
        var voided = id(THEN.minusSeconds(3));
        facts.arrive(shippingCancelled(voided));
        jdbc.sql("""
                insert into payment (order_id, state, currency, amount, token, due_at, attempts)
                values (?, 'CHARGING', 'EUR', 1.00, 'tok_approved', now() + interval '1 day', 2)""").param(id(THEN.minusSeconds(4))).update();
        aCapturedOrder(THEN, "tok_approved"); // not counted
        heard(PaymentRefunded.class, refunded);
        heard(PaymentRefundFailed.class, failed);
        heard(PaymentVoided.class, voided);

        summary("?until=" + THEN).expectStatus().isOk().expectBody().json("""
                        {
                          "until": "2001-02-03T04:05:06Z",
                          "states": {"AWAITING_ORDER": 0, "CHARGING": 1, "CAPTURED": 1, "DECLINED": 0, "VOIDED": 1,
                                     "REFUNDING": 0, "REFUND_FAILED": 1, "REFUNDED": 1},
                          "sums": [{"currency": "EUR", "captured": "77.40", "refunded": "25.80"}],
                          "openRefunds": 1,
                          "unknownCharges": 1
                        }""");
    }

    @Test
    void before_the_first_order_nothing_is_counted() {
        summary("?until=1970-01-01T00:00:00Z")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.states.CAPTURED")
                .isEqualTo(0)
                .jsonPath("$.sums.length()")
                .isEqualTo(0)
                .jsonPath("$.unknownCharges")
                .isEqualTo(0);
    }

    @Test
    void without_an_instant_all_are_counted() {
        aCapturedOrder(Instant.now(), "tok_approved");

        summary("")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.until")
                .isEmpty()
                .jsonPath("$.states.CAPTURED")
                .value(count -> assertThat((Integer) count).isPositive());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "1969-12-31T23:59:59Z", "%2B10000-01-01T00:00:00Z", "2001-02-03"})
    void an_instant_that_no_order_can_have_is_refused(String until) {
        summary("?until=" + until)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("until");
    }

    @Test
    void nobody_but_the_operator_sees_it() {
        http.get().uri("/payments/summary").exchange().expectStatus().isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    private UUID aCapturedOrder(Instant made, String token) {
        var order = id(made);
        facts.arrive(orderCreated(order, token));
        heard(PaymentProcessed.class, order);
        return order;
    }

    private void heard(Class<? extends PaymentFact> type, UUID order) {
        eventually(() -> assertThat(facts.said(type, order)).hasSize(1));
    }

    /// An id of version 7, made at that instant.
    private UUID id(Instant made) {
        long most = made.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(most, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    private RestTestClient.ResponseSpec summary(String query) {
        return http.get()
                .uri(URI.create("/payments/summary" + query))
                .headers(headers -> headers.setBasicAuth("operator", "test"))
                .exchange();
    }
}
