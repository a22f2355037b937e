package io.orderflow.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private static final Set<Limit> NONE = Set.of();

    private final Capacity capacity = new Capacity(100, Duration.ofMinutes(5), 20);

    @Test
    void up_to_its_limit_everything_is_fine() {
        assertThat(capacity.exceeded(new Load(100, Duration.ofMinutes(5), 20), NONE))
                .isEmpty();
    }

    @Test
    void each_limit_counts_alone() {
        assertThat(capacity.exceeded(new Load(101, Duration.ZERO, 0), NONE)).containsExactly(Limit.OUTBOX_BACKLOG);
        assertThat(capacity.exceeded(new Load(0, Duration.ofMillis(300_001), 0), NONE))
                .containsExactly(Limit.OUTBOX_AGE);
        assertThat(capacity.exceeded(new Load(0, Duration.ZERO, 21), NONE)).containsExactly(Limit.OPEN_ORDERS);
    }

    @Test
    void what_was_over_stays_over_until_there_is_room() {
        Set<Limit> before = Set.of(Limit.OPEN_ORDERS);

        assertThat(capacity.exceeded(new Load(95, Duration.ZERO, 18), before)).containsExactly(Limit.OPEN_ORDERS);
        assertThat(capacity.exceeded(new Load(95, Duration.ZERO, 17), before)).isEmpty();
    }
}
