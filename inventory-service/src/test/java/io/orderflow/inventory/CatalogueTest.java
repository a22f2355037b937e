package io.orderflow.inventory;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Fact;
import io.orderflow.events.InventoryReplenished;
import io.orderflow.events.Money;
import io.orderflow.events.ProductListed;
import io.orderflow.events.ProductPriceUpdated;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The whole service on a real broker and a real database: what people may ask of it.
@ServiceTest
class CatalogueTest {
    private static final AtomicInteger PRODUCTS = new AtomicInteger();
    private static final String TEE = """
            {"name": "A tee", "price": {"currency": "EUR", "amount": "19.90"}, "onHand": 7}""";

    @Autowired
    private FactsOnTheWire facts;

    @LocalServerPort
    private int port;

    private final String tee = "TEE-" + PRODUCTS.incrementAndGet();
    private Shop shop;

    @BeforeEach
    void openTheShop() {
        shop = new Shop(port);
    }

    @Test
    void a_product_is_listed_once_and_seen_by_everyone() {
        shop.put(tee, TEE).expectStatus().isCreated();
        shop.put(tee, TEE).expectStatus().isOk();

        assertThat(shop.product(tee))
                .containsEntry("name", "A tee")
                .containsEntry("price", Map.of("currency", "EUR", "amount", "19.90"))
                .containsEntry("onHand", 7)
                .containsEntry("version", 1);
        shop.http()
                .get()
                .uri("/products")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[?(@.sku == '%s')].onHand".formatted(tee))
                .isEqualTo(7);
        eventually(() -> assertThat(said()).singleElement().isInstanceOfSatisfying(ProductListed.class, fact -> {
            assertThat(fact.version()).isEqualTo(1);
            assertThat(fact.price()).isEqualTo(new Money("EUR", new BigDecimal("19.90")));
            assertThat(fact.onHand()).isEqualTo(7);
        }));
    }

    @Test
    void another_price_is_the_next_version_and_the_stock_stays() {
        shop.put(tee, TEE).expectStatus().isCreated();
        shop.put(tee, """
                {"name": "A tee", "price": {"currency": "EUR", "amount": "17.50"}}""").expectStatus().isOk();

        eventually(() -> assertThat(said())
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(ProductPriceUpdated.class, fact -> {
                    assertThat(fact.version()).isEqualTo(2);
                    assertThat(fact.price().amount()).isEqualTo("17.50");
                }));
        assertThat(shop.product(tee)).containsEntry("onHand", 7).containsEntry("version", 2);
    }

    @Test
    void the_stock_cannot_be_listed_anew() {
        shop.put(tee, TEE).expectStatus().isCreated();
        var refused = shop.put(tee, TEE.replace("7}", "8}").replace("19.90", "1.00"));
        refused.expectStatus().isEqualTo(409);
        assertThat(Shop.read(refused)).containsEntry("type", "/problems/stock-changes-by-replenishment");
        assertThat(shop.product(tee)).containsEntry("version", 1).containsEntry("onHand", 7);
    }

    @Test
    void many_who_list_the_same_product_at_once_list_it_once() throws Exception {
        List<Integer> statuses = atOnce(
                () -> shop.put(tee, TEE).returnResult(byte[].class).getStatus().value());
        assertThat(statuses)
                .containsOnly(200, 201)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        eventually(() -> assertThat(said()).hasSize(1));
    }

    @Test
    void goods_that_come_are_booked_in_once_per_key() throws Exception {
        shop.put(tee, TEE).expectStatus().isCreated();
        String key = UUID.randomUUID().toString();
        List<Map<String, Object>> answers = atOnce(() -> {
            var response = shop.replenish(tee, "{\"quantity\": 5}", key);
            response.expectStatus().isCreated();
            return Shop.read(response);
        });
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(answers.getFirst()).containsEntry("quantity", 5).containsEntry("onHand", 12);
        assertThat(shop.onHand(tee)).isEqualTo(12);

        var reused = shop.replenish(tee, "{\"quantity\": 6}", key);
        reused.expectStatus().isEqualTo(422);
        assertThat(Shop.read(reused)).containsEntry("type", "/problems/idempotency-key-reused");
        shop.replenish(tee, "{\"quantity\": 6}", null).expectStatus().isCreated();
        shop.replenish(tee, "{\"quantity\": 6}", null).expectStatus().isCreated();

        eventually(() -> assertThat(said())
                .filteredOn(InventoryReplenished.class::isInstance)
                .extracting(fact -> ((InventoryReplenished) fact).onHand())
                .containsExactly(12, 18, 24));
    }

    @Test
    void goods_for_a_product_that_nobody_listed_are_refused() {
        var refused = shop.replenish("NO-SUCH-THING", "{\"quantity\": 5}", null);
        refused.expectStatus().isNotFound();
        assertThat(Shop.read(refused)).containsEntry("type", "/problems/unknown-product");
        shop.http()
                .get()
                .uri("/products/NO-SUCH-THING")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEE | {\"name\":\" \",\"price\":{\"currency\":\"EUR\",\"amount\":\"1.00\"}}                | name",
                "TEE | {\"name\":\"T\",\"price\":{\"currency\":\"EUR\",\"amount\":\"1.0\"}}                 | price.amount",
                "TEE | {\"name\":\"T\",\"price\":{\"currency\":\"EUR\",\"amount\":\"-1.00\"}}               | price.amount",
                "TEE | {\"name\":\"T\",\"price\":{\"currency\":\"EUR\",\"amount\":\"1e2\"}}                 | price.amount",
                "TEE | {\"name\":\"T\",\"price\":{\"currency\":\"JPY\",\"amount\":\"100.00\"}}              | price.amount",
                "TEE | {\"name\":\"T\",\"price\":{\"currency\":\"EUR\"}}                                    | price.amount",
                "TEE | {\"name\":\"T\",\"price\":{\"currency\":\"XYZ\",\"amount\":\"1.00\"}}                | price.currency",
                "TEE | {\"name\":\"T\"}                                                                     | price",
                "TEE | {\"name\":\"T\",\"price\":{\"currency\":\"EUR\",\"amount\":\"1.00\"},\"onHand\":-1}  | onHand",
                "TEE | {\"name\":\"T\",\"price\":{\"currency\":\"EUR\",\"amount\":\"1.00\"},\"onHand\":1.5} | onHand",
                "TEE | {\"name\":\"T\",\"price\":{\"currency\":\"EUR\",\"amount\":\"1.00\"},\"colour\":1}   | colour",
                "tee | {\"name\":\"T\",\"price\":{\"currency\":\"EUR\",\"amount\":\"1.00\"}}                | sku",
                "-A  | {\"name\":\"T\",\"price\":{\"currency\":\"EUR\",\"amount\":\"1.00\"}}                | sku",
            })
    void what_is_wrong_with_an_offer_is_named(String sku, String offer, String field) {
        shop.put(sku, offer)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1000001", "2.5", "null"})
    void what_is_wrong_with_a_delivery_is_named(String quantity) {
        shop.put(tee, TEE).expectStatus().isCreated();
        shop.replenish(tee, "{\"quantity\": %s}".formatted(quantity), null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("quantity");
        assertThat(shop.onHand(tee)).isEqualTo(7);
    }

    @Test
    void only_the_operator_changes_the_catalogue() {
        var http = shop.http();
        http.put().uri("/products/" + tee).exchange().expectStatus().isUnauthorized();
        http.post()
                .uri("/products/" + tee + "/replenishments")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        http.get()
                .uri("/deductions/" + UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isUnauthorized();
        http.get()
                .uri("/deductions/" + UUID.randomUUID())
                .headers(Shop::operator)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private List<Fact> said() {
        return facts.said().stream()
                .<Fact>map(heard -> heard.fact())
                .filter(fact -> fact.subject().equals(tee))
                .toList();
    }

    private static <T> List<T> atOnce(Callable<T> request) throws Exception {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers = people.invokeAll(
                    IntStream.range(0, 12).mapToObj(number -> request).toList());
            var all = new ArrayList<T>();
            for (Future<T> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }
}
