package io.orderflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanningTest {
    private static final Optional<Plan> KEPT = Optional.of(new Plan(1000, 2));

    @Test
    void without_a_wish_the_ports_are_the_known_ones() {
        assertThat(decide(Optional.empty(), false, null, OptionalInt.empty())).isEqualTo(new Plan(0, 1));
        assertThat(decide(KEPT, false, null, OptionalInt.empty())).isEqualTo(new Plan(0, 1));
    }

    @Test
    void what_runs_stays_where_it_is() {
        assertThat(decide(KEPT, true, null, OptionalInt.empty())).isEqualTo(new Plan(1000, 2));
        assertThat(decide(KEPT, true, "auto", OptionalInt.empty())).isEqualTo(new Plan(1000, 2));
        assertThat(decide(KEPT, true, "1000", OptionalInt.of(1))).isEqualTo(new Plan(1000, 2));
    }

    @Test
    void what_runs_can_get_more_instances() {
        assertThat(decide(KEPT, true, null, OptionalInt.of(3))).isEqualTo(new Plan(1000, 3));
    }

    @Test
    void what_runs_does_not_move() {
        assertThatThrownBy(() -> decide(KEPT, true, "2000", OptionalInt.empty()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ORDERFLOW_PORT_OFFSET=1000");
    }

    private static Plan decide(Optional<Plan> kept, boolean runs, @Nullable String offset, OptionalInt instances) {
        return Planning.decide(kept, runs, Optional.ofNullable(offset), instances);
    }
}
