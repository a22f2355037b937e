package io.orderflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.system.Shop.Line;
import io.orderflow.system.Shop.Placed;
import io.orderflow.system.Shop.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A broker whose disk is lost in the middle of everything.
@ExtendWith(Orderflow.Running.class)
class WipedBrokerTest {
    private static final int STOCK = 100_000;
    private static final int CUSTOMERS = 2;

    @Test
    void a_broker_that_comes_up_empty_under_load_heals_without_a_person(Orderflow orderflow) throws Exception {
        Shop shop = orderflow.shop();
        String sku = shop.listProduct("4.00", STOCK);
        Queue<Placed> placed = new ConcurrentLinkedQueue<>();
        var open = new AtomicBoolean(true);
        try (var customers = Executors.newFixedThreadPool(CUSTOMERS)) {
            var buying = IntStream.range(0, CUSTOMERS)
                    .mapToObj(_ -> customers.submit(() -> {
                        while (open.get()) {
                            placed.add(shop.place(Wish.of(new Line(sku, 1))));
                        }
                    }))
                    .toList();
            Shop.eventually(() -> assertThat(placed).hasSizeGreaterThan(150));
            kill(shop.value("RABBITMQ_PID"));
            delete(orderflow.checkout().state().resolve("rabbitmq").resolve("data"));
            int before = placed.size();
            Shop.eventually(() -> assertThat(placed)
                    .as("orders are taken while there is no broker")
                    .hasSizeGreaterThan(before + 20));

            Checkout.Said up = orderflow.checkout().run("up");

            assertThat(up.exit()).as(up.output()).isZero();
            open.set(false);
            for (Future<?> one : buying) {
                one.get();
            }
        }
        var books = new Books(shop);
        Map<String, Integer> ends = books.balance(placed, sku, STOCK);
        assertThat(ends).containsOnlyKeys("DELIVERED");
        books.agree();
    }

    private static void kill(String pid) {
        ProcessHandle process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().join();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
