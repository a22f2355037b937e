package io.orderflow.analytics;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.springframework.test.json.JsonCompareMode.LENIENT;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;

@ServiceTest
class SagasTest {
    private static final Instant PLACED = Instant.parse("2026-03-01T12:00:00.120Z");
    private static final Duration STEP = Duration.ofMillis(100);

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
    void a_saga_tells_its_facts_once_each_in_the_order_in_which_they_happened() {
        UUID order = Ids.next();

        List<UUID> ids =
                facts.arrive(Story.SHIPPED.of(order, PLACED, STEP).reversed().toArray(Fact[]::new));
        facts.arriveAgain(ids.getLast());

        eventually(() -> operator.asks("/sagas/" + order).json("""
                {"status": "SHIPPED", "total": {"currency": "EUR", "amount": "25.80"}, "failureReason": null,
                 "times": {"placed": "2026-03-01T12:00:00.120Z", "paid": "2026-03-01T12:00:00.220Z",
                           "shipped": "2026-03-01T12:00:00.420Z", "delivered": null, "ended": null},
                 "last": {"type": "v1.notification.sent", "occurredAt": "2026-03-01T12:00:00.520Z"},
                 "awaits": [{"type": "v1.order.delivered", "from": "shipping"}],
                 "facts": [
                   {"type": "v1.order.created", "saidBy": "order", "millis": 0, "attempt": 1, "causedBy": null,
                    "body": {"total": {"currency": "EUR", "amount": "25.80"}}},
                   {"type": "v1.payment.processed", "saidBy": "payment", "millis": 100},
                   {"type": "v1.inventory.updated", "saidBy": "inventory", "millis": 200},
                   {"type": "v1.order.shipped", "saidBy": "shipping", "millis": 300,
                    "occurredAt": "2026-03-01T12:00:00.420Z", "body": {"trackingNumber": "T1"}},
                   {"type": "v1.notification.sent", "saidBy": "notification", "millis": 400}]}""", LENIENT));
        operator.asks("/sagas/" + order)
                .jsonPath("$.facts[*].eventId")
                .isEqualTo(ids.reversed().stream().map(UUID::toString).toList())
                .jsonPath("$.facts[0].body.customer")
                .doesNotExist()
                .jsonPath("$.facts[0].body.shipTo")
                .doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            SHIPPED,         1, PENDING,      v1.payment.processed,  payment
            SHIPPED,         2, PAID,         v1.inventory.updated,  inventory
            SHIPPED,         3, CONFIRMED,    v1.order.shipped,      shipping
            DECLINED,        2, COMPENSATING, v1.order.failed,       order
            OUT_OF_STOCK,    3, COMPENSATING, v1.payment.refunded,   payment
            OUT_OF_STOCK,    4, COMPENSATING, v1.order.failed,       order
            ADDRESS_REFUSED, 5, COMPENSATING, v1.inventory.released, inventory
            ADDRESS_REFUSED, 6, COMPENSATING, v1.order.failed,       order
            DELIVERED,       4, SHIPPED,      v1.order.delivered,    shipping
            CANCELLED,       3, PAID,         v1.shipping.cancelled, shipping
            CANCELLED,       5, COMPENSATING, v1.inventory.released, inventory
            CANCELLED,       6, COMPENSATING, v1.order.cancelled,    order
            CANCELLED_AT_ONCE, 2, PENDING,    v1.shipping.cancelled, shipping
            CANCELLED_AT_ONCE, 4, COMPENSATING, v1.inventory.released, inventory
            CANCELLED_TOO_LATE, 4, CONFIRMED, v1.shipping.cancelled, shipping
            CANCELLED_TOO_LATE, 5, SHIPPED,   v1.order.delivered,    shipping
            REFUND_REFUSED,  4, COMPENSATING, v1.payment.refunded,   payment
            REFUND_REFUSED,  5, COMPENSATING, v1.order.failed,       order
            """)
    void a_saga_tells_what_it_waits_for_and_from_whom(
            Story story, int told, String status, String awaited, String from) {
        UUID order = Ids.next();

        facts.arrive(story.of(order, PLACED, STEP).stream().limit(told).toArray(Fact[]::new));

        eventually(() -> operator.asks("/sagas/" + order).json("""
                {"status": "%s", "awaits": [{"type": "%s", "from": "%s"}]}""".formatted(status, awaited, from), LENIENT));
    }

    @Test
    void money_and_goods_of_a_refused_address_are_awaited_at_once() {
        UUID order = Ids.next();

        facts.arrive(
                Story.ADDRESS_REFUSED.of(order, PLACED, STEP).stream().limit(4).toArray(Fact[]::new));

        eventually(() -> operator.asks("/sagas/" + order).json("""
                {"status": "COMPENSATING", "failureReason": "address-refused",
                 "awaits": [{"type": "v1.payment.refunded", "from": "payment"},
                            {"type": "v1.inventory.released", "from": "inventory"}]}""", LENIENT));
    }

    @Test
    void money_and_goods_of_a_cancelled_order_are_awaited_at_once() {
        UUID charged = Ids.next();
        UUID uncharged = Ids.next();

        facts.arrive(Story.CANCELLED.of(charged, PLACED, STEP).stream().limit(4).toArray(Fact[]::new));
        facts.arrive(Story.CANCELLED_AT_ONCE.of(uncharged, PLACED, STEP).stream()
                .limit(3)
                .toArray(Fact[]::new));

        eventually(() -> operator.asks("/sagas/" + charged).json("""
                {"status": "COMPENSATING", "failureReason": null, "cancellationReason": "requested-by-customer",
                 "awaits": [{"type": "v1.payment.refunded", "from": "payment"},
                            {"type": "v1.inventory.released", "from": "inventory"}]}""", LENIENT));
        eventually(() -> operator.asks("/sagas/" + uncharged).json("""
                {"status": "COMPENSATING",
                 "awaits": [{"type": "v1.payment.voided", "from": "payment"},
                            {"type": "v1.inventory.released", "from": "inventory"}]}""", LENIENT));
    }

    @Test
    void an_order_whose_payment_failed_still_waits_for_shipping_where_somebody_asked_to_cancel() {
        UUID order = Ids.next();

        facts.arrive(
                Story.DECLINED.of(order, PLACED, STEP).get(0),
                Story.DECLINED.of(order, PLACED, STEP).get(1),
                Story.CANCELLED_AT_ONCE.of(order, PLACED, STEP).get(1));

        eventually(() -> operator.asks("/sagas/" + order).json("""
                {"status": "COMPENSATING", "awaits": [{"type": "v1.shipping.cancelled", "from": "shipping"}]}""", LENIENT));
    }

    @Test
    void a_refund_that_was_given_up_is_open_until_it_is_made() {
        UUID order = Ids.next();
        var story = Story.REFUND_REFUSED.of(order, PLACED, STEP);

        facts.arrive(story.stream().limit(4).toArray(Fact[]::new));

        eventually(() ->
                operator.asks("/sagas/" + order).jsonPath("$.refundOpenSince").isEqualTo("2026-03-01T12:00:00.420Z"));

        facts.arrive(story.get(4));

        eventually(() ->
                operator.asks("/sagas/" + order).jsonPath("$.refundOpenSince").isEmpty());
    }

    @Test
    void a_fact_that_came_before_its_order_waits_for_the_order_too() {
        UUID order = Ids.next();

        facts.arrive(Story.SHIPPED.of(order, PLACED, STEP).get(1));

        eventually(() -> operator.asks("/sagas/" + order).json("""
                {"status": "PAID", "total": null,
                 "awaits": [{"type": "v1.order.created", "from": "order"},
                            {"type": "v1.inventory.updated", "from": "inventory"}]}""", LENIENT));
    }

    @Test
    void an_order_of_which_nothing_was_heard_is_not_found() {
        operator.gets(HttpStatus.NOT_FOUND, "/sagas/" + Ids.next())
                .jsonPath("$.type")
                .isEqualTo("/problems/saga-not-found");
    }

    @Test
    void an_order_id_that_is_none_is_refused() {
        operator.gets(HttpStatus.BAD_REQUEST, "/sagas/last-one")
                .jsonPath("$.errors[0].field")
                .isEqualTo("orderId");
    }
}
