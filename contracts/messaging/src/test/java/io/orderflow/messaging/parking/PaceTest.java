package io.orderflow.messaging.parking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void so_many_a_second_and_what_was_missed_is_not_caught_up_on() {
        var pace = new Pace(10);
        long now = System.nanoTime();

        pace.take(now);
        assertThat(pace.untilNext(now)).isEqualTo(Duration.ofMillis(100));
        pace.take(now);
        assertThat(pace.untilNext(now)).isEqualTo(Duration.ofMillis(200));

        long late = now + Duration.ofSeconds(60).toNanos();
        assertThat(pace.untilNext(late)).isEqualTo(Duration.ZERO);
        pace.take(late);
        assertThat(pace.untilNext(late)).isEqualTo(Duration.ofMillis(100));
    }
}
