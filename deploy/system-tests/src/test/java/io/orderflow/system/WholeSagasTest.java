package io.orderflow.system;

import static io.orderflow.system.Shop.eventually;
import static io.orderflow.system.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.system.Shop.Line;
import io.orderflow.system.Shop.Placed;
import io.orderflow.system.Shop.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(Orderflow.Running.class)
class WholeSagasTest {
    private Shop shop;

    @BeforeEach
    void enter(Orderflow orderflow) {
        shop = orderflow.shop();
    }

    @Test
    void a_paid_order_is_shipped_and_everyone_knows() {
        String sku = shop.listProduct("12.90", 10);
        Placed placed = shop.place("tok_approved", Shop.PLEASANT_STREET, new Line(sku, 2));
        assertThat(placed.total()).isEqualTo("25.80");

        JsonNode order = shop.awaitShipped(placed);

        assertThat(shop.timeline(order))
                .contains("v1.order.created", "v1.payment.processed", "v1.inventory.updated", "v1.order.shipped");
        assertThat(shop.moved(placed)).containsExactly("CAPTURE");
        assertThat(shop.onHand(sku)).isEqualTo(8);
        eventually(() -> assertThat(shop.messages(placed))
                .contains("v1.order.created", "v1.payment.processed", "v1.order.shipped"));
        eventually(() -> {
            JsonNode saga = shop.read(shop.value("ANALYTICS_URL") + "/sagas/" + placed.orderId());
            assertThat(saga.toString()).contains("v1.order.shipped", "v1.notification.sent");
            assertThat(saga.toString()).doesNotContain("Ada Lovelace", "ada@example.org", "St James");
        });
    }

    @Test
    void a_declined_order_fails_and_nothing_moves() {
        String sku = shop.listProduct("5.00", 10);
        Placed placed = shop.place("tok_declined", Shop.PLEASANT_STREET, new Line(sku, 1));

        JsonNode order = shop.awaitStatus(placed, "FAILED");

        assertThat(text(order, "reason")).isEqualTo("card-declined");
        assertThat(shop.moved(placed)).doesNotContain("CAPTURE");
        assertThat(shop.onHand(sku)).isEqualTo(10);
    }

    @Test
    void an_order_that_is_out_of_stock_is_refunded() {
        String plenty = shop.listProduct("5.00", 10);
        String scarce = shop.listProduct("7.50", 1);
        Placed placed = shop.place("tok_approved", Shop.PLEASANT_STREET, new Line(plenty, 3), new Line(scarce, 2));
        assertThat(placed.total()).isEqualTo("30.00");

        JsonNode order = shop.awaitStatus(placed, "FAILED");

        assertThat(text(order, "reason")).isEqualTo("out-of-stock");
        assertThat(shop.timeline(order)).contains("v1.inventory.update-failed", "v1.payment.refunded");
        assertThat(shop.moved(placed)).containsExactly("CAPTURE", "REFUND");
        assertThat(shop.onHand(plenty)).isEqualTo(10);
        assertThat(shop.onHand(scarce)).isEqualTo(1);
    }

    @Test
    void an_address_that_no_carrier_serves_is_refunded_and_the_goods_put_back() {
        String sku = shop.listProduct("9.99", 4);
        Placed placed = shop.place("tok_approved", Shop.REFUSED_STREET, new Line(sku, 4));

        JsonNode order = shop.awaitStatus(placed, "FAILED");

        assertThat(text(order, "reason")).isEqualTo("address-refused");
        assertThat(shop.moved(placed)).containsExactly("CAPTURE", "REFUND");
        assertThat(shop.onHand(sku)).isEqualTo(4);
    }

    @Test
    void whatever_the_provider_does_an_order_is_charged_once() {
        String sku = shop.listProduct("1.00", 100);
        var placed = new ArrayList<Placed>();
        for (String card : List.of("tok_slow", "tok_timeout_before", "tok_timeout_after", "tok_error_500")) {
            placed.add(shop.place(card, Shop.PLEASANT_STREET, new Line(sku, 1)));
        }

        for (Placed order : placed) {
            shop.awaitShipped(order);
            assertThat(shop.moved(order)).containsExactly("CAPTURE");
        }
    }

    @Test
    void the_same_request_sent_many_times_at_once_is_one_order() throws Exception {
        String sku = shop.listProduct("2.00", 50);
        String key = UUID.randomUUID().toString();
        List<Callable<Http.Answer>> requests = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            requests.add(() -> shop.post(key, Wish.of(new Line(sku, 1))));
        }

        List<Http.Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).extracting(Http.Answer::status).containsAnyOf(202).isSubsetOf(202, 409);
        Http.Answer again = shop.post(key, Wish.of(new Line(sku, 1)));
        assertThat(again.status()).isEqualTo(202);
        assertThat(answers.stream().filter(answer -> answer.status() == 202))
                .allSatisfy(
                        answer -> assertThat(text(answer.body(), "orderId")).isEqualTo(text(again.body(), "orderId")));
        assertThat(shop.post(key, Wish.of(new Line(sku, 2))).status()).isEqualTo(422);
        shop.awaitShipped(new Placed(text(again.body(), "orderId"), text(again.body(), "accessToken"), "2.00"));
        assertThat(shop.onHand(sku)).isEqualTo(49);
    }

    @Test
    void more_orders_than_goods_sell_exactly_the_goods() {
        String sku = shop.listProduct("3.00", 10);
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < 30; i++) {
            placed.add(shop.place("tok_approved", Shop.PLEASANT_STREET, new Line(sku, 1)));
        }

        eventually(() -> assertThat(placed)
                .allSatisfy(
                        order -> assertThat(text(shop.order(order), "status")).isIn("SHIPPED", "DELIVERED", "FAILED")));

        assertThat(placed.stream()
                        .map(order -> text(shop.order(order), "status"))
                        .filter(Shop.SHIPPED::contains))
                .hasSize(10);
        assertThat(shop.onHand(sku)).isZero();
        assertThat(placed)
                .allSatisfy(order -> assertThat(shop.moved(order))
                        .isEqualTo(
                                Shop.SHIPPED.contains(text(shop.order(order), "status"))
                                        ? List.of("CAPTURE")
                                        : List.of("CAPTURE", "REFUND")));
    }
}
