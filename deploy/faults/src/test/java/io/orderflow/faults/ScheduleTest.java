package io.orderflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final List<Fault> FAULTS = Faults.all();

    @Test
    void each_round_has_each_fault_once() {
        for (int round = 0; round < 5; round++) {
            assertThat(new Schedule(FAULTS, 42).round(round)).containsExactlyInAnyOrderElementsOf(FAULTS);
        }
    }

    @Test
    void the_seed_decides_the_order_and_another_round_has_another() {
        assertThat(new Schedule(FAULTS, 42).round(0)).isEqualTo(new Schedule(FAULTS, 42).round(0));
        assertThat(new Schedule(FAULTS, 42).round(1)).isNotEqualTo(new Schedule(FAULTS, 42).round(0));
        assertThat(IntStream.range(0, 5).mapToObj(seed -> new Schedule(FAULTS, seed).round(0)))
                .doesNotHaveDuplicates();
    }

    @Test
    void names_are_lower_case_words_with_hyphens_and_none_comes_twice() {
        assertThat(FAULTS)
                .extracting(Fault::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
        assertThat(FAULTS)
                .extracting(Fault::expected)
                .noneMatch(sentence -> sentence.isBlank() || sentence.endsWith("."));
    }
}
