package io.orderflow.inventory;

import static io.orderflow.inventory.domain.Stockroom.cancellation;
import static io.orderflow.inventory.domain.Stockroom.failure;
import static io.orderflow.inventory.domain.Stockroom.line;
import static io.orderflow.inventory.domain.Stockroom.orderOf;
import static io.orderflow.inventory.domain.Stockroom.payment;
import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Fact;
import io.orderflow.events.InventoryFact;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.StockLine;
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

/// The whole service on a real broker and a real database: what becomes of stock when an order is cancelled.
@ServiceTest
class CancellationTest {
    private static final AtomicInteger PRODUCTS = new AtomicInteger();

    @Autowired
    private FactsOnTheWire facts;

    @LocalServerPort
    private int port;

    private final UUID order = UUID.randomUUID();
    private final String hat = "HAT-" + PRODUCTS.incrementAndGet();
    private Shop shop;

    @BeforeEach
    void openTheShop() {
        shop = new Shop(port);
        shop.lists(hat, 5);
    }

    @Test
    void a_cancellation_that_is_heard_before_the_order_stays() {
        UUID cancelled = facts.arrive(cancellation(order)).getFirst();
        eventually(() -> assertThat(said(order)).hasSize(1));
        facts.arrive(orderOf(order, line(hat, 2)), payment(order), payment(order));

        eventually(() -> assertThat(said(order)).hasSize(2));
        assertThat(said(order))
                .allSatisfy(
                        fact -> assertThat(((InventoryReleased) fact).lines()).isEmpty());
        assertThat(facts.said(InventoryReleased.class, order)
                        .getFirst()
                        .envelope()
                        .causationId())
                .isEqualTo(cancelled);
        assertThat(shop.onHand(hat)).isEqualTo(5);
        assertThat(shop.deduction(order)).containsEntry("decision", "RELEASED").containsEntry("held", List.of());
    }

    @Test
    void a_cancellation_before_the_payment_means_that_nothing_is_ever_taken() {
        facts.arrive(orderOf(order, line(hat, 2)), cancellation(order));
        eventually(() -> assertThat(said(order)).hasSize(1));
        facts.arrive(payment(order), orderOf(order, line(hat, 2)));

        eventually(() -> assertThat(said(order)).hasSize(2));
        assertThat(said(order)).containsOnly(said(order).getFirst()).hasOnlyElementsOfType(InventoryReleased.class);
        assertThat(shop.onHand(hat)).isEqualTo(5);
    }

    @Test
    void what_was_taken_goes_back_once_whatever_calls_the_order_off_and_however_often() {
        facts.arrive(orderOf(order, line(hat, 2)), payment(order));
        eventually(() -> assertThat(said(order)).hasSize(1));
        assertThat(shop.onHand(hat)).isEqualTo(3);
        facts.arriveAgain(facts.arrive(cancellation(order)).getFirst());
        facts.arrive(cancellation(order), failure(order));

        eventually(() -> assertThat(said(order)).hasSize(4));
        assertThat(said(order).subList(1, 4))
                .containsOnly(said(order).get(1))
                .allSatisfy(
                        fact -> assertThat(((InventoryReleased) fact).lines()).containsExactly(new StockLine(hat, 2)));
        assertThat(shop.onHand(hat)).isEqualTo(5);

        facts.arrive(orderOf(order, line(hat, 2)));
        eventually(() -> assertThat(said(order)).hasSize(6));
        assertThat(said(order).subList(4, 6))
                .containsExactly(said(order).get(0), said(order).get(1));
        assertThat(shop.onHand(hat)).isEqualTo(5);
    }

    @Test
    void many_cancelled_orders_leave_the_stock_as_it_was() {
        List<UUID> orders = Stream.generate(UUID::randomUUID).limit(100).toList();
        List<Fact> shuffled = new ArrayList<>();
        orders.forEach(each -> {
            shuffled.add(orderOf(each, line(hat, 1)));
            shuffled.add(payment(each));
            shuffled.add(cancellation(each));
        });
        Collections.shuffle(shuffled, new Random(7));
        facts.arrive(shuffled.toArray(new Fact[0]));

        eventually(() -> assertThat(orders)
                .allSatisfy(each -> assertThat(said(each)).hasAtLeastOneElementOfType(InventoryReleased.class)));
        eventually(() -> assertThat(orders)
                .allSatisfy(each -> assertThat(shop.deduction(each))
                        .containsEntry("paid", true)
                        .hasEntrySatisfying("lines", lines -> assertThat(lines).isNotNull())));
        assertThat(orders.stream().flatMap(each -> said(each).stream()))
                .as("some were deducted before they were cancelled, some were cancelled first")
                .hasAtLeastOneElementOfType(InventoryUpdated.class)
                .anySatisfy(fact -> assertThat(fact)
                        .isInstanceOfSatisfying(
                                InventoryReleased.class,
                                released -> assertThat(released.lines()).isEmpty()));
        assertThat(shop.onHand(hat)).isEqualTo(5);
    }

    private List<InventoryFact> said(UUID about) {
        return facts.said(InventoryFact.class, about).stream()
                .map(heard -> heard.fact())
                .toList();
    }
}
