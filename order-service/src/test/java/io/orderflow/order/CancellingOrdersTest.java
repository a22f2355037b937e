package io.orderflow.order;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.order.Counter.request;
import static io.orderflow.order.Counter.texts;
import static io.orderflow.order.Shop.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderCancelled;
import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.PaymentVoided;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.order.Counter.Answer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@WholeService
class CancellingOrdersTest {
    private static final String BY_CUSTOMER = "requested-by-customer";

    private final FactsOnTheWire facts;
    private final Shop shop;
    private final Counter counter;
    private final String mug;

    private Answer placed;
    private UUID id;

    CancellingOrdersTest(@Autowired FactsOnTheWire facts, @Autowired RestTestClient http) {
        this.facts = facts;
        this.shop = Shop.open(facts, http);
        this.counter = shop.counter();
        this.mug = shop.sells("MUG", euros("12.90"));
    }

    @BeforeEach
    void placeAnOrder() {
        placed = counter.place(request(mug, 2));
        id = id(placed);
    }

    @Test
    void a_request_is_taken_and_shipping_is_asked() {
        Answer asked = counter.cancel(placed);

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.headers())
                .containsEntry("Location", "/orders/" + id)
                .containsEntry("Cache-Control", "no-store");
        assertThat(asked.text("/orderId")).isEqualTo(id.toString());
        assertThat(asked.text("/status")).isEqualTo("PENDING");
        assertThat(asked.text("/cancellation/reason")).isEqualTo(BY_CUSTOMER);
        assertThat(asked.text("/cancellation/outcome")).isEqualTo("PENDING");
        eventually(() -> assertThat(facts.said(OrderCancellationRequested.class, id))
                .singleElement()
                .satisfies(heard -> {
                    assertThat(heard.fact().reason()).isEqualTo(BY_CUSTOMER);
                    assertThat(heard.fact().occurredAt())
                            .isEqualTo(Instant.parse(asked.text("/cancellation/requestedAt")));
                }));
        JsonNode order = counter.order(placed);
        assertThat(order.path("cancellation")).isEqualTo(asked.body().path("cancellation"));
        assertThat(order.path("owed").toString()).isEqualTo("[\"DECISION\"]");
        assertThat(order.has("deadline")).isFalse();
        assertThat(texts(order.path("timeline"), "sentence")).contains("You asked to cancel the order.");
    }

    @Test
    void before_anybody_asks_it_tells_until_when_it_is_waited_for() {
        JsonNode order = counter.order(placed);

        assertThat(order.has("cancellation")).isFalse();
        assertThat(Instant.parse(order.path("deadline").asString()))
                .isEqualTo(Instant.parse(order.path("placedAt").asString()).plusSeconds(15 * 60));
    }

    @Test
    void when_everything_is_given_back_it_is_cancelled() {
        counter.cancel(placed);
        UUID released = facts.arrive(
                        new ShippingCancelled(id, shop.later(1), BY_CUSTOMER),
                        new PaymentVoided(id, shop.later(2), BY_CUSTOMER),
                        new InventoryReleased(id, shop.later(3), List.of()))
                .getLast();

        eventually(() -> assertThat(facts.said(OrderCancelled.class, id))
                .singleElement()
                .satisfies(heard -> {
                    assertThat(heard.fact().reason()).isEqualTo(BY_CUSTOMER);
                    assertThat(heard.envelope().causationId()).isEqualTo(released);
                }));
        JsonNode order = counter.order(placed);
        assertThat(order.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(order.path("reason").asString()).isEqualTo(BY_CUSTOMER);
        assertThat(order.at("/cancellation/outcome").asString()).isEqualTo("ACCEPTED");
        assertThat(texts(order.path("timeline"), "type"))
                .containsOnlyOnce("v1.order.cancellation-requested", "v1.shipping.cancelled", "v1.order.cancelled");
        assertThat(counter.cancel(placed).status()).isEqualTo(200);
        assertThat(counter.cancel(placed).text("/status")).isEqualTo("CANCELLED");
    }

    @Test
    void a_refund_that_fails_keeps_it_open_and_wants_a_person() {
        counter.cancel(placed);
        facts.arrive(
                new PaymentProcessed(id, shop.later(1), euros("25.80"), "ch_1"),
                new ShippingCancelled(id, shop.later(2), BY_CUSTOMER),
                new InventoryReleased(id, shop.later(3), List.of()),
                new PaymentRefundFailed(id, shop.later(4), euros("25.80"), "account-closed"));
        eventually(() -> assertThat(counter.order(placed).path("needsPerson").asBoolean())
                .isTrue());
        assertThat(shop.status(placed)).isEqualTo("COMPENSATING");
        assertThat(counter.order(placed).path("owed").toString()).isEqualTo("[\"REFUND\"]");
        assertThat(counter.cancel(placed).status()).isEqualTo(202);

        facts.arrive(new PaymentRefunded(id, shop.later(5), euros("25.80"), BY_CUSTOMER, "re_1"));
        eventually(() -> assertThat(shop.status(placed)).isEqualTo("CANCELLED"));
        assertThat(counter.order(placed).path("needsPerson").asBoolean()).isFalse();
    }

    @Test
    void what_was_shipped_is_not_cancelled() {
        facts.arrive(new OrderShipped(id, shop.later(1), "PostHorn", "PH-1"));
        eventually(() -> assertThat(shop.status(placed)).isEqualTo("SHIPPED"));
        counter.cancel(placed).isProblem(409, "order-already-shipped");

        facts.arrive(new OrderDelivered(id, shop.later(2), "PostHorn", "PH-1"));
        eventually(() -> assertThat(shop.status(placed)).isEqualTo("DELIVERED"));
        counter.cancel(placed).isProblem(409, "order-already-shipped");
        assertThat(counter.order(placed).has("cancellation")).isFalse();
    }

    @Test
    void what_failed_or_is_failing_is_not_cancelled() {
        facts.arrive(new InventoryUpdateFailed(id, shop.later(1), "out-of-stock", List.of()));
        eventually(() -> assertThat(shop.status(placed)).isEqualTo("COMPENSATING"));
        Answer refused = counter.cancel(placed);
        refused.isProblem(409, "order-already-failed");
        assertThat(refused.text("/detail")).contains("what was paid for it goes back");

        facts.arrive(new PaymentFailed(id, shop.later(2), euros("25.80"), "card-declined"));
        eventually(() -> assertThat(shop.status(placed)).isEqualTo("FAILED"));
        counter.cancel(placed).isProblem(409, "order-already-failed");
    }

    @Test
    void a_request_that_shipping_was_faster_than_is_refused_and_that_is_told_once() {
        counter.cancel(placed);
        facts.arrive(
                new OrderDelivered(id, shop.later(2), "PostHorn", "PH-1"),
                new OrderShipped(id, shop.later(1), "PostHorn", "PH-1"));
        eventually(() -> assertThat(types()).contains("v1.order.shipped", "v1.order.delivered"));

        JsonNode order = counter.order(placed);
        assertThat(order.at("/cancellation/outcome").asString()).isEqualTo("REFUSED");
        assertThat(order.path("owed")).isEmpty();
        assertThat(texts(order.path("timeline"), "sentence"))
                .containsOnlyOnce("Your cancellation came too late: it was shipped already.");
        counter.cancel(placed).isProblem(409, "order-already-shipped");
    }

    private List<String> types() {
        return texts(counter.order(placed).path("timeline"), "type");
    }

    private static UUID id(Answer placed) {
        return UUID.fromString(placed.text("/orderId"));
    }
}
