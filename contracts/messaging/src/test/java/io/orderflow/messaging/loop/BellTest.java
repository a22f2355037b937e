package io.orderflow.messaging.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BellTest {
    private final Bell bell = new Bell();

    @Test
    @Timeout(30)
    void a_ring_while_nobody_sleeps_is_remembered() throws InterruptedException {
        bell.ring();
        bell.ring();

        bell.await(Duration.ofHours(1));
    }

    @Test
    @Timeout(30)
    void a_ring_wakes_the_sleeper() throws InterruptedException {
        var awake = new CountDownLatch(1);
        Thread sleeper = Thread.ofVirtual().start(() -> {
            try {
                bell.await(Duration.ofHours(1));
                awake.countDown();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });

        bell.ring();

        awake.await();
        sleeper.join();
    }

    @Test
    void many_rings_are_one() throws InterruptedException {
        bell.ring();
        bell.ring();
        bell.await(Duration.ofMillis(1));
        long before = System.nanoTime();

        bell.await(Duration.ofMillis(20));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(15));
    }

    @Test
    void a_back_off_doubles_up_to_its_most() {
        var backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));

        assertThat(backoff.after(1)).hasMillis(100);
        assertThat(backoff.after(2)).hasMillis(200);
        assertThat(backoff.after(4)).hasMillis(800);
        assertThat(backoff.after(5)).hasSeconds(1);
        assertThat(backoff.after(1_000_000)).hasSeconds(1);
    }
}
