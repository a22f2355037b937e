package io.orderflow.messaging.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SamplesTest {
    private final AtomicLong now = new AtomicLong();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void nothing_is_looked_up_before_somebody_asks() {
        count(samples(Duration.ofSeconds(10)));

        assertThat(looks).hasValue(0);
        assertThat(read("some.count")).isEqualTo(1);
    }

    @Test
    void whoever_asks_within_five_seconds_sees_the_same_look() {
        count(samples(Duration.ofSeconds(10)));

        assertThat(read("some.count")).isEqualTo(1);
        assertThat(read("some.double")).isEqualTo(2);
        at(4_999);
        assertThat(read("some.count")).isEqualTo(1);
        at(5_000);
        assertThat(read("some.count")).isEqualTo(2);
    }

    @Test
    void what_cannot_be_looked_up_is_not_a_number_and_not_what_it_was() {
        samples(Duration.ofSeconds(10))
                .of("fragile", () -> {
                    if (looks.incrementAndGet() == 2) {
                        throw new IllegalStateException("away");
                    }
                    return 7;
                })
                .gauge("fragile", "breaks at the second look", Integer::doubleValue);

        assertThat(read("fragile")).isEqualTo(7);
        at(6_000);
        assertThat(read("fragile")).isNaN();
        at(12_000);
        assertThat(read("fragile")).isEqualTo(7);
    }

    @Test
    void looks_that_hang_hold_a_scrape_up_once_and_not_each_other() throws Exception {
        var end = new CountDownLatch(1);
        Samples samples = samples(Duration.ofMillis(50));
        for (int i = 0; i < 20; i++) {
            samples.of("hanging", () -> {
                        looks.incrementAndGet();
                        end.await();
                        return 1;
                    })
                    .gauge("hanging." + i, "hangs", Integer::doubleValue);
        }
        assertThat(read("hanging.0")).isNaN();
        at(50);
        long before = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(read("hanging." + i)).isNaN();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(900));
        assertThat(looks).hasValue(20);

        at(6_000);
        assertThat(read("hanging.0")).isNaN();
        assertThat(looks).as("an old look is waited for, not doubled").hasValue(20);
        end.countDown();
    }

    @Test
    void a_time_is_told_in_seconds() {
        samples(Duration.ofSeconds(10))
                .of("age", () -> Duration.ofMillis(1_500))
                .seconds("some.age", "since when", age -> age);

        assertThat(read("some.age")).isEqualTo(1.5);
        assertThat(registry.get("some.age").meter().getId().getBaseUnit()).isEqualTo("seconds");
    }

    private void count(Samples samples) {
        samples.of("count", looks::incrementAndGet)
                .gauge("some.count", "how often it was looked", Integer::doubleValue)
                .gauge("some.double", "twice as much", count -> 2.0 * count);
    }

    private Samples samples(Duration patience) {
        return new Samples(registry, now::get, patience);
    }

    private void at(long millis) {
        now.set(Duration.ofMillis(millis).toNanos());
    }

    private double read(String name) {
        return registry.get(name).gauge().value();
    }
}
