package io.orderflow.order;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.order.Counter.request;
import static io.orderflow.order.Counter.texts;
import static io.orderflow.order.Shop.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Fact;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.Money;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.OrderLine;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.ShippingFailed;
import io.orderflow.events.Shortage;
import io.orderflow.events.StockLine;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.Letter;
import io.orderflow.order.Counter.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@WholeService
class OrderServiceTest {
    private static final Money TOTAL = euros("25.80");

    private final FactsOnTheWire facts;
    private final Shop shop;
    private final String mug;
    private final List<StockLine> twoMugs;

    private Answer placed;
    private UUID id;

    OrderServiceTest(@Autowired FactsOnTheWire facts, @Autowired RestTestClient http) {
        this.facts = facts;
        this.shop = Shop.open(facts, http);
        this.mug = shop.sells("MUG", euros("12.90"));
        this.twoMugs = List.of(new StockLine(mug, 2));
    }

    @BeforeEach
    void placeAnOrder() {
        placed = shop.counter().place(request(mug, 2));
        id = UUID.fromString(placed.text("/orderId"));
    }

    @Test
    void an_order_is_accepted_at_our_prices_and_everyone_is_told() {
        assertThat(placed.status()).isEqualTo(202);
        assertThat(placed.headers())
                .containsEntry("Location", "/orders/" + id)
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Content-Type", "application/json");
        assertThat(placed.body().propertyNames())
                .containsExactlyInAnyOrder("orderId", "status", "total", "accessToken");
        assertThat(placed.text("/status")).isEqualTo("PENDING");
        assertThat(placed.body().path("total").toString()).isEqualTo("{\"currency\":\"EUR\",\"amount\":\"25.80\"}");
        assertThat(placed.text("/accessToken")).matches("[\\w-]{43}");
        eventually(() -> assertThat(facts.said(OrderCreated.class, id))
                .singleElement()
                .satisfies(heard -> {
                    assertThat(heard.fact().total()).isEqualTo(TOTAL);
                    assertThat(heard.fact().customer().email()).isEqualTo("ada@example.org");
                    assertThat(heard.fact().lines()).containsExactly(new OrderLine(mug, 2, euros("12.90")));
                }));
    }

    @Test
    void its_timeline_tells_the_whole_story_in_order_of_occurrence() {
        facts.arrive(new OrderShipped(id, shop.later(3), "PostHorn", "PH-1"));
        eventually(() -> assertThat(shop.status(placed)).isEqualTo("SHIPPED"));
        facts.arrive(
                new PaymentProcessed(id, shop.later(1), TOTAL, "ch_1"),
                new InventoryUpdated(id, shop.later(2), twoMugs));

        eventually(() -> assertThat(timeline())
                .containsExactly(
                        "v1.order.created", "v1.payment.processed", "v1.inventory.updated", "v1.order.shipped"));
        JsonNode order = shop.counter().order(placed);
        assertThat(order.path("status").asString()).isEqualTo("SHIPPED");
        assertThat(texts(order.path("timeline"), "saidBy"))
                .containsExactly("order", "payment", "inventory", "shipping");
        assertThat(order.at("/timeline/3/sentence").asString()).contains("PostHorn", "PH-1");
        assertThat(order.at("/timeline/3/occurredAt").asString())
                .isEqualTo(shop.later(3).toString());
        assertThat(order.at("/lines/0/unitPrice/amount").asString()).isEqualTo("12.90");
        assertThat(order.has("reason")).isFalse();
        assertThat(order.toString()).doesNotContain("Ada Lovelace", "ada@example.org", "tok_approved");
    }

    @Test
    void what_happened_at_the_same_instant_is_told_as_it_was_heard() {
        facts.arrive(new InventoryUpdated(id, shop.later(1), twoMugs));
        eventually(() -> assertThat(shop.status(placed)).isEqualTo("CONFIRMED"));
        facts.arrive(new PaymentProcessed(id, shop.later(1), TOTAL, "ch_1"));

        eventually(() -> assertThat(timeline())
                .containsExactly("v1.order.created", "v1.inventory.updated", "v1.payment.processed"));
    }

    @Test
    void a_declined_order_has_failed_and_that_is_said() {
        UUID cause = facts.arrive(new PaymentFailed(id, shop.later(60), TOTAL, "card-declined"))
                .getFirst();

        eventually(() -> assertThat(facts.said(OrderFailed.class, id))
                .singleElement()
                .satisfies(heard -> {
                    assertThat(heard.fact().reason()).isEqualTo("card-declined");
                    assertThat(heard.envelope().causationId()).isEqualTo(cause);
                }));
        assertThat(shop.status(placed)).isEqualTo("FAILED");
        assertThat(shop.counter().order(placed).path("reason").asString()).isEqualTo("card-declined");
        // Payment's clock is ahead of ours: the end is told after its cause all the same.
        assertThat(timeline()).containsExactly("v1.order.created", "v1.payment.failed", "v1.order.failed");
    }

    @Test
    void an_order_out_of_stock_owes_the_money_until_it_is_back() {
        facts.arrive(
                new PaymentProcessed(id, shop.later(1), TOTAL, "ch_1"),
                new InventoryUpdateFailed(id, shop.later(2), "out-of-stock", List.of(new Shortage(mug, 2, 1))));
        eventually(() -> assertThat(shop.status(placed)).isEqualTo("COMPENSATING"));
        assertThat(shop.counter().order(placed).path("owed").toString()).isEqualTo("[\"REFUND\"]");
        assertThat(facts.said(OrderFailed.class, id)).isEmpty();

        UUID refunded = facts.arrive(new PaymentRefunded(id, shop.later(3), TOTAL, "out-of-stock", "re_1"))
                .getFirst();

        eventually(() -> assertThat(facts.said(OrderFailed.class, id))
                .singleElement()
                .satisfies(heard -> assertThat(heard.envelope().causationId()).isEqualTo(refunded)));
        assertThat(shop.status(placed)).isEqualTo("FAILED");
        assertThat(shop.counter().order(placed).path("owed")).isEmpty();
    }

    @Test
    void facts_in_any_order_and_again_and_under_other_ids_end_the_same_and_are_told_once() {
        List<Fact> story = new ArrayList<>(List.of(
                new PaymentProcessed(id, shop.later(1), TOTAL, "ch_1"),
                new InventoryUpdated(id, shop.later(2), twoMugs),
                new ShippingFailed(id, shop.later(3), "address-refused"),
                new InventoryReleased(id, shop.later(4), twoMugs),
                new PaymentRefunded(id, shop.later(5), TOTAL, "address-refused", "re_1")));
        Collections.shuffle(story, new Random(7));

        List<UUID> ids = facts.arrive(story.toArray(Fact[]::new));
        facts.arriveAgain(ids.toArray(UUID[]::new));
        facts.arrive(story.toArray(Fact[]::new));
        // A fact about another order comes last: when it is heard, all of these were.
        Answer other = shop.counter().place(request(mug, 1));
        facts.arrive(new PaymentFailed(UUID.fromString(other.text("/orderId")), shop.later(9), TOTAL, "card-declined"));

        eventually(() -> assertThat(shop.status(other)).isEqualTo("FAILED"));
        eventually(() -> assertThat(shop.status(placed)).isEqualTo("FAILED"));
        eventually(() -> assertThat(facts.said(OrderFailed.class, id)).hasSize(1));
        assertThat(timeline()).doesNotHaveDuplicates().hasSize(7);
    }

    @Test
    void a_fact_about_an_order_that_is_not_here_is_parked_and_holds_up_nobody() {
        UUID lost = facts.arrive(
                        new PaymentProcessed(Ids.next(), shop.later(1), TOTAL, "ch_1"),
                        new PaymentProcessed(id, shop.later(1), TOTAL, "ch_2"))
                .getFirst();

        eventually(() -> assertThat(shop.status(placed)).isEqualTo("PAID"));
        eventually(() -> assertThat(facts.parked()).extracting(Letter::id).containsExactly(lost.toString()));
    }

    private List<String> timeline() {
        return texts(shop.counter().order(placed).path("timeline"), "type");
    }
}
