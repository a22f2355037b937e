package io.orderflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.system.Shop.Line;
import io.orderflow.system.Shop.Placed;
import io.orderflow.system.Shop.Wish;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Customers who change their minds while shipping is at it; a thousand with `-Dorderflow.system.orders=1000`.
@ExtendWith(Orderflow.Running.class)
class RacingCancellationsTest {
    private static final int ORDERS = Integer.getInteger("orderflow.system.orders", 250);
    private static final int LATEST_MILLIS = 1_500;

    @Test
    void orders_that_are_cancelled_at_random_under_load_all_end_right(Orderflow orderflow) throws Exception {
        Shop shop = orderflow.shop();
        String sku = shop.listProduct("4.00", ORDERS);
        var random = new Random(20260314);
        Queue<Placed> placed = new ConcurrentLinkedQueue<>();
        Queue<ScheduledFuture<Http.Answer>> cancellations = new ConcurrentLinkedQueue<>();
        try (var customers = Executors.newFixedThreadPool(8);
                var minds = Executors.newScheduledThreadPool(4)) {
            var orders = IntStream.range(0, ORDERS)
                    .mapToObj(_ -> {
                        boolean cancels = random.nextInt(4) > 0;
                        int after = random.nextInt(LATEST_MILLIS);
                        return customers.submit(() -> {
                            Placed order = shop.place(Wish.of(new Line(sku, 1)));
                            placed.add(order);
                            if (cancels) {
                                cancellations.add(
                                        minds.schedule(() -> shop.cancel(order), after, TimeUnit.MILLISECONDS));
                            }
                        });
                    })
                    .toList();
            for (Future<?> order : orders) {
                order.get();
            }
            for (ScheduledFuture<Http.Answer> cancellation : cancellations) {
                assertThat(cancellation.get().status()).isIn(200, 202, 409);
            }
        }

        var books = new Books(shop);
        Map<String, Integer> ends = books.balance(placed, sku, ORDERS);

        assertThat(placed).hasSize(ORDERS);
        assertThat(ends).as("both ends of the race were seen").containsOnlyKeys("CANCELLED", "DELIVERED");
        books.agree();
    }
}
