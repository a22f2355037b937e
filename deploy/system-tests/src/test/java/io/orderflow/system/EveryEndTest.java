package io.orderflow.system;

import static io.orderflow.system.Shop.eventually;
import static io.orderflow.system.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.system.Shop.Line;
import io.orderflow.system.Shop.Placed;
import io.orderflow.system.Shop.Wish;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Every way in which an order can end that is not simply shipped or refused.
@ExtendWith(Orderflow.Running.class)
class EveryEndTest {
    private Shop shop;

    @BeforeEach
    void enter(Orderflow orderflow) {
        shop = orderflow.shop();
    }

    @Test
    void an_order_is_delivered_a_while_after_it_was_shipped() {
        Placed placed = shop.place(Wish.of(new Line(shop.listProduct("8.00", 1), 1)));

        JsonNode order = shop.awaitStatus(placed, "DELIVERED");

        assertThat(shop.timeline(order)).contains("v1.order.shipped", "v1.order.delivered");
        eventually(() -> assertThat(shop.messages(placed)).contains("v1.order.delivered"));
    }

    @Test
    void cancelled_while_the_provider_is_being_asked_late_money_goes_back() {
        String sku = shop.listProduct("8.00", 1);
        Placed placed = shop.place(Wish.of(new Line(sku, 1)).paidWith("tok_slow"));

        Http.Answer cancelled = shop.cancel(placed);

        assertThat(cancelled.status()).as("%s", cancelled.body()).isEqualTo(202);
        assertThat(shop.cancel(placed).status()).as("asked again").isEqualTo(202);
        JsonNode order = shop.awaitStatus(placed, "CANCELLED");
        assertThat(text(order, "reason")).isEqualTo("requested-by-customer");
        assertThat(shop.timeline(order)).containsOnlyOnce("v1.order.cancellation-requested", "v1.order.cancelled");
        assertThat(shop.moved(placed)).isIn(List.of(), List.of("CAPTURE", "REFUND"));
        assertThat(shop.onHand(sku)).isEqualTo(1);
        assertThat(shop.cancel(placed).status())
                .as("asked when it is cancelled")
                .isEqualTo(200);
        eventually(() -> assertThat(shop.messages(placed)).contains("v1.order.cancelled"));
    }

    @Test
    void what_is_shipped_is_not_cancelled() {
        Placed placed = shop.place(Wish.of(new Line(shop.listProduct("8.00", 1), 1)));
        shop.awaitShipped(placed);

        Http.Answer refused = shop.cancel(placed);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(text(refused.body(), "type")).endsWith("order-already-shipped");
        assertThat(shop.moved(placed)).containsExactly("CAPTURE");
    }

    @Test
    void asked_while_the_carrier_is_being_asked_it_is_too_late_and_the_customer_is_told() {
        Placed placed =
                shop.place(Wish.of(new Line(shop.listProduct("8.00", 1), 1)).sentTo("Slowtown"));
        shop.awaitStatus(placed, "CONFIRMED");
        eventually(() -> assertThat(text(shipment(placed), "attempts")).isEqualTo("1"));

        assertThat(shop.cancel(placed).status()).isEqualTo(202);

        JsonNode order = shop.awaitShipped(placed);
        assertThat(text(order.path("cancellation"), "outcome")).isEqualTo("REFUSED");
        assertThat(order.path("timeline").toString()).contains("came too late");
        eventually(() -> assertThat(shop.messages(placed)).contains("v1.order.cancellation-requested"));
    }

    @Test
    void an_order_that_is_not_shipped_within_its_deadline_is_cancelled() {
        String sku = shop.listProduct("8.00", 1);
        Placed placed =
                shop.place(Wish.of(new Line(sku, 1)).paidWith("tok_slow").within("PT1S"));

        JsonNode order = shop.awaitStatus(placed, "CANCELLED");

        assertThat(text(order, "reason")).isEqualTo("deadline-passed");
        assertThat(shop.moved(placed)).containsExactly("CAPTURE", "REFUND");
        assertThat(shop.onHand(sku)).isEqualTo(1);
    }

    @Test
    void a_refund_that_the_provider_refuses_keeps_the_order_open_until_a_person_acts() {
        Placed placed =
                shop.place(Wish.of(new Line(shop.listProduct("8.00", 0), 1)).paidWith("tok_refund_refused"));
        eventually(() -> assertThat(shop.timeline(shop.order(placed))).contains("v1.payment.refund-failed"));
        JsonNode open = shop.order(placed);
        assertThat(text(open, "status")).isEqualTo("COMPENSATING");
        assertThat(open.path("owed").toString()).contains("REFUND");

        Http.Answer retried = shop.asOperator(
                "POST", shop.value("PAYMENT_URL") + "/payments/" + placed.orderId() + "/refund/retry", null);

        assertThat(retried.status()).as("%s", retried.body()).isEqualTo(202);
        shop.awaitStatus(placed, "FAILED");
        assertThat(shop.moved(placed)).containsExactly("CAPTURE", "REFUND");
    }

    private JsonNode shipment(Placed placed) {
        return shop.asOperator("GET", shop.value("SHIPPING_URL") + "/shipments/" + placed.orderId(), null)
                .body();
    }
}
