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
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentVoided;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.order.Counter.Answer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@WholeService
@TestPropertySource(
        properties = {
            "orderflow.order.deadline=400ms",
            "orderflow.order.redrive=100ms, 700ms",
            "orderflow.messaging.idle-poll=50ms"
        })
class MindingOrdersTest {
    private final FactsOnTheWire facts;
    private final Shop shop;
    private final Counter counter;
    private final JdbcClient database;
    private final String mug;

    private Answer placed;
    private UUID id;

    MindingOrdersTest(@Autowired FactsOnTheWire facts, @Autowired RestTestClient http, @Autowired JdbcClient database) {
        this.facts = facts;
        this.shop = Shop.open(facts, http);
        this.counter = shop.counter();
        this.database = database;
        this.mug = shop.sells("MUG", euros("12.90"));
    }

    @BeforeEach
    void placeAnOrder() {
        placed = counter.place(request(mug, 2));
        id = UUID.fromString(placed.text("/orderId"));
    }

    @Test
    void an_order_that_nothing_happens_to_is_said_again_under_another_id() {
        eventually(() -> assertThat(facts.said(OrderCreated.class, id)).hasSizeGreaterThanOrEqualTo(2));

        List<Heard<OrderCreated>> said = facts.said(OrderCreated.class, id);
        assertThat(said).extracting(heard -> heard.envelope().eventId()).doesNotHaveDuplicates();
        assertThat(said).extracting(Heard::fact).containsOnly(said.getFirst().fact());
        assertThat(types()).containsOnlyOnce("v1.order.created");
    }

    @Test
    void at_its_deadline_an_order_that_is_not_shipped_asks_to_be_cancelled_and_asks_again() {
        eventually(() ->
                assertThat(facts.said(OrderCancellationRequested.class, id)).hasSizeGreaterThanOrEqualTo(2));

        List<Heard<OrderCancellationRequested>> said = facts.said(OrderCancellationRequested.class, id);
        assertThat(said).extracting(heard -> heard.envelope().eventId()).doesNotHaveDuplicates();
        assertThat(said).extracting(Heard::fact).containsOnly(said.getFirst().fact());
        assertThat(said.getFirst().fact().reason()).isEqualTo("deadline-passed");
        assertThat(types()).containsOnlyOnce("v1.order.cancellation-requested");
        assertThat(counter.order(placed).at("/cancellation/reason").asString()).isEqualTo("deadline-passed");

        facts.arrive(
                new ShippingCancelled(id, shop.later(1), "deadline-passed"),
                new PaymentVoided(id, shop.later(2), "deadline-passed"),
                new InventoryReleased(id, shop.later(3), List.of()));
        eventually(() -> assertThat(facts.said(OrderCancelled.class, id))
                .singleElement()
                .satisfies(heard -> assertThat(heard.fact().reason()).isEqualTo("deadline-passed")));
        assertThat(isDue()).isFalse();
    }

    @Test
    void the_deadline_that_the_customer_sets_is_the_order_s_own() {
        Answer patient = counter.place(request(mug, 1).put("shipWithin", "PT2H"));
        UUID other = UUID.fromString(patient.text("/orderId"));
        eventually(() ->
                assertThat(facts.said(OrderCancellationRequested.class, id)).isNotEmpty());

        assertThat(deadline(patient))
                .isBetween(Instant.now().plusSeconds(6_600), Instant.now().plusSeconds(7_200));
        assertThat(facts.said(OrderCancellationRequested.class, other)).isEmpty();
    }

    private Instant deadline(Answer order) {
        return Instant.parse(counter.order(order).at("/deadline").asString());
    }

    @Test
    void an_order_that_is_being_undone_is_said_again_beyond_its_deadline() {
        facts.arrive(
                new PaymentProcessed(id, shop.later(1), euros("25.80"), "ch_1"),
                new InventoryUpdateFailed(id, shop.later(2), "out-of-stock", List.of()));
        eventually(() -> assertThat(shop.status(placed)).isEqualTo("COMPENSATING"));

        eventually(() -> assertThat(facts.said(OrderCreated.class, id)).hasSizeGreaterThanOrEqualTo(3));
        assertThat(isDue()).isTrue();
    }

    @Test
    void an_order_that_was_shipped_is_left_alone() {
        facts.arrive(new OrderShipped(id, shop.later(1), "PostHorn", "PH-1"));
        eventually(() -> assertThat(shop.status(placed)).isEqualTo("SHIPPED"));

        assertThat(isDue()).isFalse();
    }

    private boolean isDue() {
        return database.sql("select due_at is not null from orders where order_id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private List<String> types() {
        return texts(counter.order(placed).path("timeline"), "type");
    }
}
