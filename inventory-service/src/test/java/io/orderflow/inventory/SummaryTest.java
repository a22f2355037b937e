package io.orderflow.inventory;

import static io.orderflow.inventory.domain.Stockroom.cancellation;
import static io.orderflow.inventory.domain.Stockroom.line;
import static io.orderflow.inventory.domain.Stockroom.orderOf;
import static io.orderflow.inventory.domain.Stockroom.payment;
import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.InventoryReleased;
import io.orderflow.inventory.domain.Decision;
import io.orderflow.inventory.domain.Holding;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/// The whole service on a real broker and a real database: its own figures, for the auditor.
@ServiceTest
class SummaryTest {
    private record Summary(@Nullable Instant until, Map<Decision, Long> orders, List<Holding> products) {
        Holding of(String sku) {
            return products.stream()
                    .filter(product -> product.sku().equals(sku))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// No other test has orders this old.
    private static final Instant LONG_AGO = Instant.EPOCH.plusSeconds(10);

    @Autowired
    private FactsOnTheWire facts;

    @LocalServerPort
    private int port;

    private Shop shop;

    @BeforeEach
    void openTheShop() {
        shop = new Shop(port);
    }

    @Test
    void it_says_where_the_pieces_of_each_product_are() {
        shop.lists("JAR", 10);
        shop.lists("JAR-LID", 3);
        shop.replenishes("JAR", 5);
        shop.replenishes("JAR", 1);
        UUID kept = UUID.randomUUID();
        UUID cancelled = UUID.randomUUID();
        UUID refused = UUID.randomUUID();
        facts.arrive(orderOf(kept, line("JAR", 4), line("JAR-LID", 1)), payment(kept));
        facts.arrive(orderOf(cancelled, line("JAR", 2)), payment(cancelled), cancellation(cancelled));
        facts.arrive(orderOf(refused, line("JAR", 100)), payment(refused));

        eventually(() -> {
            assertThat(summary("").of("JAR")).isEqualTo(new Holding("JAR", 10, 6, 12, 4));
            assertThat(shop.deduction(refused)).containsEntry("decision", "REFUSED");
            assertThat(shop.deduction(cancelled)).containsEntry("decision", "RELEASED");
        });
        assertThat(summary("").of("JAR-LID")).isEqualTo(new Holding("JAR-LID", 3, 0, 2, 1));
        assertThat(summary("").products()).extracting(Holding::sku).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void orders_are_counted_by_decision_up_to_an_instant_of_their_ids() {
        shop.lists("VASE", 10);
        UUID waiting = madeAt(LONG_AGO.minusMillis(1));
        UUID deducted = madeAt(LONG_AGO.minusMillis(1));
        UUID released = madeAt(LONG_AGO);
        facts.arrive(orderOf(waiting, line("VASE", 1)));
        facts.arrive(orderOf(deducted, line("VASE", 1)), payment(deducted), cancellation(released));

        eventually(() -> assertThat(summary("?until=" + LONG_AGO.plusMillis(1)).orders())
                .isEqualTo(Map.of(
                        Decision.WAITING, 1L, Decision.DEDUCTED, 1L, Decision.REFUSED, 0L, Decision.RELEASED, 1L)));
        Summary before = summary("?until=" + LONG_AGO);
        assertThat(before.until()).isEqualTo(LONG_AGO);
        assertThat(before.orders())
                .containsEntry(Decision.DEDUCTED, 1L)
                .containsEntry(Decision.WAITING, 1L)
                .containsEntry(Decision.RELEASED, 0L);
        assertThat(before.of("VASE").held()).as("whatever until says").isEqualTo(1);
        assertThat(summary("?until=" + Instant.EPOCH).orders().values()).containsOnly(0L);
        assertThat(summary("").orders().get(Decision.DEDUCTED)).isPositive();
        assertThat(summary("?until=9999-12-31T23:59:59Z").orders().get(Decision.WAITING))
                .isPositive();
    }

    @Test
    void the_sum_of_each_product_holds_at_every_moment_while_it_is_sold_cancelled_and_replenished() throws Exception {
        shop.lists("HOT-A", 1000);
        shop.lists("HOT-B", 1000);
        List<UUID> orders = Stream.generate(UUID::randomUUID).limit(300).toList();
        try (ExecutorService others = Executors.newSingleThreadExecutor()) {
            Future<?> selling = others.submit(() -> sell(orders));
            long seen = 0;
            do {
                Summary summary = summary("");
                for (String sku : List.of("HOT-A", "HOT-B")) {
                    Holding holding = summary.of(sku);
                    assertThat(holding.listed() + holding.replenished())
                            .as("%s", holding)
                            .isEqualTo(holding.onHand() + holding.held());
                    seen = Math.max(seen, holding.held());
                }
            } while (!isDone(selling) || released(orders) < 150);
            assertThat(seen).as("it was looked at while orders held pieces").isPositive();
        }
        eventually(() ->
                assertThat(summary("").of("HOT-A")).isEqualTo(new Holding("HOT-A", 1000, 30, 1000 + 30 - 150, 150)));
        assertThat(summary("").of("HOT-B")).isEqualTo(new Holding("HOT-B", 1000, 0, 1000 - 300, 300));
    }

    private void sell(List<UUID> orders) {
        for (int number = 0; number < orders.size(); number++) {
            UUID order = orders.get(number);
            facts.arrive(orderOf(order, line("HOT-B", 2), line("HOT-A", 1)), payment(order));
            if (number % 2 == 1) {
                facts.arrive(cancellation(order));
            }
            if (number % 10 == 0) {
                shop.replenishes("HOT-A", 1);
            }
        }
    }

    private static boolean isDone(Future<?> selling) throws InterruptedException, ExecutionException {
        if (selling.isDone()) {
            selling.get();
        }
        return selling.isDone();
    }

    private long released(List<UUID> orders) {
        return orders.stream()
                .filter(order -> !facts.said(InventoryReleased.class, order).isEmpty())
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "2026-03-01"})
    void an_instant_that_is_none_is_a_problem(String until) {
        asked("?until=" + until.replace("+", "%2B"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("until");
    }

    @Test
    void only_the_operator_may_ask() {
        shop.http().get().uri("/inventory/summary").exchange().expectStatus().isUnauthorized();
    }

    private Summary summary(String query) {
        return Objects.requireNonNull(asked(query)
                .expectStatus()
                .isOk()
                .expectBody(Summary.class)
                .returnResult()
                .getResponseBody());
    }

    private RestTestClient.ResponseSpec asked(String query) {
        return shop.http()
                .get()
                .uri(URI.create("http://localhost:" + port + "/inventory/summary" + query))
                .headers(Shop::operator)
                .exchange();
    }

    /// An id of version 7 that was made in this millisecond.
    private static UUID madeAt(Instant instant) {
        long random = ThreadLocalRandom.current().nextLong() & 0x3FFF_FFFF_FFFF_FFFFL;
        return new UUID(instant.toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L | random);
    }
}
