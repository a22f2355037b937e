package io.orderflow.order.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long NOW = -5_000;

    private final Pace pace = new Pace(10, NOW);

    @Test
    void who_asks_at_once_waits_a_turn_longer_than_the_one_before() {
        assertThat(pace.turn(NOW)).isZero();
        assertThat(pace.turn(NOW)).isEqualTo(Duration.ofMillis(100));
        assertThat(pace.turn(NOW)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void time_in_which_nobody_asked_is_not_saved_up() {
        pace.turn(NOW);
        long later = NOW + Duration.ofHours(1).toNanos();

        assertThat(pace.turn(later)).isZero();
        assertThat(pace.turn(later)).isEqualTo(Duration.ofMillis(100));
    }
}
