package io.orderflow.system;

import static io.orderflow.system.Shop.eventually;
import static io.orderflow.system.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.system.Shop.Line;
import io.orderflow.system.Shop.Placed;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(Orderflow.Running.class)
class KilledPaymentTest {
    private static final int ORDERS = 200;

    /// Every fifth order pays with a card that keeps its charge under way for a while, so that there is always one to
    /// be cut off in the middle.
    @Test
    void payment_killed_with_200_orders_in_flight_charges_each_of_them_once(Orderflow orderflow) {
        Shop shop = orderflow.shop();
        String sku = shop.listProduct("4.00", 10_000);
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < ORDERS; i++) {
            placed.add(shop.place(i % 5 == 0 ? "tok_slow" : "tok_approved", Shop.PLEASANT_STREET, new Line(sku, 1)));
            if (i == ORDERS / 2) {
                kill(shop.value("PAYMENT_PIDS"));
            }
        }

        Checkout.Said up = orderflow.checkout().run("up");

        assertThat(up.exit()).as(up.output()).isZero();
        eventually(() -> assertThat(placed)
                .allSatisfy(
                        order -> assertThat(text(shop.order(order), "status")).isEqualTo("SHIPPED")));
        assertThat(placed).allSatisfy(order -> {
            JsonNode entries = shop.ledger(order).path("entries");
            assertThat(entries.size()).as("%s", entries).isEqualTo(1);
            assertThat(text(entries.path(0), "kind")).isEqualTo("CAPTURE");
            assertThat(text(entries.path(0), "amount")).isEqualTo("4.00");
        });
        assertThat(shop.onHand(sku)).isEqualTo(10_000 - ORDERS);
    }

    private static void kill(String pids) {
        assertThat(pids).isNotBlank();
        for (String pid : pids.split(",")) {
            ProcessHandle process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            assertThat(process.destroyForcibly()).isTrue();
            process.onExit().join();
        }
    }
}
