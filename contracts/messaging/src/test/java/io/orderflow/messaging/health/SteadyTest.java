package io.orderflow.messaging.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SteadyTest {
    private final Steady steady = new Steady(Duration.ofSeconds(10), 2);

    @Test
    void it_begins_up() {
        assertThat(steady.state(0)).isEqualTo(new Steady.State(true, Duration.ZERO));
    }

    @Test
    void a_hiccup_changes_nothing_but_is_told() {
        assertThat(at(1, false)).isEqualTo(new Steady.State(true, Duration.ZERO));
        assertThat(at(10, false)).isEqualTo(new Steady.State(true, Duration.ofSeconds(9)));
        assertThat(at(11, true)).isEqualTo(new Steady.State(true, Duration.ZERO));
    }

    @Test
    void away_for_long_enough_it_is_down() {
        at(1, false);

        assertThat(at(11, false)).isEqualTo(new Steady.State(false, Duration.ofSeconds(10)));
    }

    @Test
    void an_answer_in_between_lets_the_time_begin_again() {
        at(1, false);
        at(6, true);
        at(7, false);

        assertThat(at(16, false).up()).isTrue();
        assertThat(at(17, false).up()).isFalse();
    }

    @Test
    void it_is_up_again_once_it_has_answered_twice_in_a_row() {
        at(1, false);
        at(20, false);

        assertThat(at(21, true).up()).isFalse();
        assertThat(at(22, false).up()).isFalse();
        assertThat(at(23, true).up()).isFalse();
        assertThat(at(24, true).up()).isTrue();
    }

    @Test
    void back_again_it_may_be_away_for_as_long_as_before() {
        at(1, false);
        at(11, false);
        at(12, true);
        at(13, true);

        assertThat(at(14, false).up()).isTrue();
        assertThat(at(24, false).up()).isFalse();
    }

    private Steady.State at(int second, boolean answered) {
        return steady.note(answered, Duration.ofSeconds(second).toNanos());
    }
}
