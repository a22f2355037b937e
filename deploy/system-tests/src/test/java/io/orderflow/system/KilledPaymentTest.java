package io.orderflow.system;

import static io.orderflow.system.Shop.eventually;
import static io.orderflow.system.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.system.Shop.Line;
import io.orderflow.system.Shop.Placed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(Orderflow.Running.class)
class KilledPaymentTest {
    private static final int ORDERS = 200;

    /// Each charge takes the provider five seconds, and all orders are placed at once: so they are all somewhere
    /// between
    /// the order service and the provider when payment dies.
    @Test
    void payment_killed_with_200_orders_in_flight_charges_each_of_them_once(Orderflow orderflow) throws Exception {
        Shop shop = orderflow.shop();
        String sku = shop.listProduct("4.00", 10_000);
        List<Placed> placed = placeAtOnce(shop, sku);
        kill(shop.value("PAYMENT_PIDS"));
        assertThat(placed)
                .as("orders that were cut off")
                .anySatisfy(
                        order -> assertThat(text(shop.order(order), "status")).isEqualTo("PENDING"));

        Checkout.Said up = orderflow.checkout().run("up");

        assertThat(up.exit()).as(up.output()).isZero();
        eventually(() -> assertThat(placed)
                .allSatisfy(
                        order -> assertThat(text(shop.order(order), "status")).isIn(Shop.SHIPPED)));
        assertThat(placed).allSatisfy(order -> {
            JsonNode entries = shop.ledger(order).path("entries");
            assertThat(entries.size()).as("%s", entries).isEqualTo(1);
            assertThat(text(entries.path(0), "kind")).isEqualTo("CAPTURE");
            assertThat(text(entries.path(0), "amount")).isEqualTo("4.00");
        });
        assertThat(shop.onHand(sku)).isEqualTo(10_000 - ORDERS);
    }

    private static List<Placed> placeAtOnce(Shop shop, String sku) throws Exception {
        Callable<Placed> placing = () -> shop.place("tok_slow", Shop.PLEASANT_STREET, new Line(sku, 1));
        var placed = new ArrayList<Placed>();
        try (var customers = Executors.newFixedThreadPool(16)) {
            for (var order : customers.invokeAll(Collections.nCopies(ORDERS, placing))) {
                placed.add(order.get());
            }
        }
        return placed;
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
