package io.orderflow.inventory;

import static io.orderflow.inventory.domain.Stockroom.failure;
import static io.orderflow.inventory.domain.Stockroom.line;
import static io.orderflow.inventory.domain.Stockroom.orderOf;
import static io.orderflow.inventory.domain.Stockroom.payment;
import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Fact;
import io.orderflow.events.InventoryFact;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.OrderLine;
import io.orderflow.events.Shortage;
import io.orderflow.events.StockLine;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;

/// The whole service on a real broker and a real database: what it does with stock.
@ServiceTest
class InventoryServiceTest {
    private static final AtomicInteger PRODUCTS = new AtomicInteger();

    @Autowired
    private FactsOnTheWire facts;

    @LocalServerPort
    private int port;

    private final UUID order = UUID.randomUUID();
    private final String mug = "MUG-" + PRODUCTS.incrementAndGet();
    private Shop shop;

    @BeforeEach
    void openTheShop() {
        shop = new Shop(port);
    }

    @Test
    void an_order_that_is_paid_for_takes_its_lines_and_says_what_caused_it() {
        shop.lists(mug, 5);
        facts.arrive(orderOf(order, line(mug, 2)));
        UUID paid = facts.arrive(payment(order)).getFirst();

        eventually(() -> assertThat(said(order))
                .singleElement()
                .isInstanceOfSatisfying(
                        InventoryUpdated.class,
                        fact -> assertThat(fact.lines()).containsExactly(new StockLine(mug, 2))));
        assertThat(heard(order).getFirst().envelope().causationId()).isEqualTo(paid);
        assertThat(shop.onHand(mug)).isEqualTo(3);
        assertThat(shop.deduction(order)).containsEntry("decision", "DEDUCTED").containsEntry("paid", true);
    }

    @Test
    void a_payment_that_comes_first_waits_for_its_order() {
        shop.lists(mug, 5);
        facts.arrive(payment(order));
        eventually(() -> assertThat(shop.deductionStatus(order)).isEqualTo(HttpStatus.OK));
        facts.arrive(orderOf(order, line(mug, 2)));

        eventually(() -> assertThat(said(order)).singleElement().isInstanceOf(InventoryUpdated.class));
        assertThat(shop.onHand(mug)).isEqualTo(3);
    }

    @Test
    void what_is_short_or_unknown_is_refused_whole() {
        shop.lists(mug, 1);
        facts.arrive(orderOf(order, line(mug, 2)), payment(order));
        UUID other = UUID.randomUUID();
        facts.arrive(orderOf(other, line(mug, 1), line("NO-SUCH-THING", 3)), payment(other));

        eventually(() -> assertThat(said(order))
                .singleElement()
                .isInstanceOfSatisfying(InventoryUpdateFailed.class, fact -> {
                    assertThat(fact.reason()).isEqualTo("out-of-stock");
                    assertThat(fact.shortages()).containsExactly(new Shortage(mug, 2, 1));
                }));
        eventually(() -> assertThat(said(other))
                .singleElement()
                .isInstanceOfSatisfying(InventoryUpdateFailed.class, fact -> {
                    assertThat(fact.reason()).isEqualTo("unknown-product");
                    assertThat(fact.shortages()).containsExactly(new Shortage("NO-SUCH-THING", 3, 0));
                }));
        assertThat(shop.onHand(mug)).isEqualTo(1);
    }

    @Test
    void what_cannot_be_shipped_goes_back_once() {
        shop.lists(mug, 5);
        facts.arrive(orderOf(order, line(mug, 2)), payment(order));
        eventually(() -> assertThat(said(order)).hasSize(1));
        List<UUID> failed = facts.arrive(failure(order));
        eventually(() -> assertThat(said(order)).hasSize(2));
        facts.arriveAgain(failed.getFirst());
        facts.arrive(failure(order), payment(order));

        eventually(() -> assertThat(said(order)).hasSize(5));
        assertThat(said(order))
                .containsOnly(said(order).get(0), said(order).get(1))
                .filteredOn(InventoryReleased.class::isInstance)
                .hasSize(3)
                .allSatisfy(
                        fact -> assertThat(((InventoryReleased) fact).lines()).containsExactly(new StockLine(mug, 2)));
        assertThat(shop.onHand(mug)).isEqualTo(5);
        assertThat(shop.deduction(order)).containsEntry("decision", "RELEASED").containsEntry("held", List.of());
    }

    @Test
    void a_failed_shipment_that_is_heard_first_stays() {
        shop.lists(mug, 5);
        facts.arrive(failure(order));
        eventually(() -> assertThat(said(order)).hasSize(1));
        facts.arrive(orderOf(order, line(mug, 2)), payment(order), payment(order));

        eventually(() -> assertThat(said(order)).hasSize(2));
        assertThat(said(order))
                .allSatisfy(
                        fact -> assertThat(((InventoryReleased) fact).lines()).isEmpty());
        assertThat(shop.onHand(mug)).isEqualTo(5);
    }

    @Test
    void an_order_that_is_told_again_gets_the_same_answer_and_a_repeated_message_none() {
        shop.lists(mug, 5);
        OrderLine line = line(mug, 2);
        List<UUID> told = facts.arrive(orderOf(order, line), payment(order));
        eventually(() -> assertThat(said(order)).hasSize(1));
        told.forEach(facts::arriveAgain);
        facts.arrive(orderOf(order, line));

        eventually(() ->
                assertThat(said(order)).hasSize(2).containsOnly(said(order).getFirst()));
        assertThat(shop.onHand(mug)).isEqualTo(3);
    }

    @Test
    void many_orders_for_few_pieces_take_every_piece_once_and_each_gets_one_answer() {
        shop.lists(mug, 50);
        List<UUID> orders = Stream.generate(UUID::randomUUID).limit(200).toList();
        List<Fact> shuffled = new ArrayList<>();
        orders.forEach(each -> {
            shuffled.add(orderOf(each, line(mug, 1)));
            shuffled.add(payment(each));
        });
        Collections.shuffle(shuffled, new Random(42));
        List<UUID> arrived = facts.arrive(shuffled.toArray(new Fact[0]));
        arrived.subList(0, 50).forEach(facts::arriveAgain);

        eventually(() ->
                assertThat(orders).allSatisfy(each -> assertThat(said(each)).hasSize(1)));
        assertThat(orders.stream().map(each -> said(each).getFirst()))
                .filteredOn(InventoryUpdated.class::isInstance)
                .hasSize(50);
        assertThat(shop.onHand(mug)).isZero();
    }

    @Test
    void orders_for_the_same_two_products_from_either_side_are_all_answered() {
        String cup = "CUP-" + mug;
        shop.lists(mug, 60);
        shop.lists(cup, 60);
        List<UUID> orders = Stream.generate(UUID::randomUUID).limit(100).toList();
        for (int number = 0; number < orders.size(); number++) {
            OrderLine[] lines = number % 2 == 0
                    ? new OrderLine[] {line(mug, 1), line(cup, 1)}
                    : new OrderLine[] {line(cup, 1), line(mug, 1)};
            facts.arrive(orderOf(orders.get(number), lines), payment(orders.get(number)));
            if (number % 10 == 0) {
                shop.replenishes(mug, 1);
            }
        }

        eventually(() ->
                assertThat(orders).allSatisfy(each -> assertThat(said(each)).hasSize(1)));
        assertThat(shop.onHand(cup)).isZero();
        assertThat(shop.onHand(mug)).isEqualTo(10);
    }

    private List<InventoryFact> said(UUID about) {
        return heard(about).stream().map(heard -> (InventoryFact) heard.fact()).toList();
    }

    private List<Heard<Fact>> heard(UUID about) {
        return facts.said().stream()
                .filter(heard -> heard.fact().subject().equals(about.toString()))
                .toList();
    }
}
