package io.orderflow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcStatTest {
    private static final String POSTMASTER =
            "4711 (postgres) S 1 4711 4711 0 -1 4194624 35172 1090312 0 133 120 80 3000 700"
                    + " 20 0 1 0 1234567 229179392 7424 18446744073709551615 1 1 0 0 0 0 0 19935232 84487 0 0 0 17 1 0 0 0 0 0";
    private static final String BACKEND =
            "4800 (postgres: order (x) idle) S 4711 4800 4800 0 -1 4194368 5 0 0 0 250 50 0 0"
                    + " 20 0 1 0 1240000 231 900 18446744073709551615 1 1 0 0 0 0 0 1 0 0 0 0 17 0 0 0 0 0 0";

    private static ProcStat stat(String line) {
        return ProcStat.parse(line).orElseThrow();
    }

    @Test
    void own_time_and_that_of_children_that_were_waited_for_are_told_apart() {
        assertThat(stat(POSTMASTER)).isEqualTo(new ProcStat(4711, 1, 200, 3700));
    }

    @Test
    void a_command_may_hold_brackets_and_blanks() {
        assertThat(stat(BACKEND)).isEqualTo(new ProcStat(4800, 4711, 300, 0));
    }

    @Test
    void what_is_no_such_line_is_nothing() {
        assertThat(ProcStat.parse("")).isEmpty();
        assertThat(ProcStat.parse("4711 (postgres) S 1")).isEmpty();
        assertThat(ProcStat.parse("x" + POSTMASTER)).isEmpty();
    }

    @Test
    void a_family_is_the_process_its_children_and_theirs() {
        var table = new ProcessTable(List.of(
                stat(POSTMASTER), stat(BACKEND), new ProcStat(5, 4800, 7, 1), new ProcStat(6, 1, 1_000_000, 0)));

        assertThat(table.family(4711)).containsExactlyInAnyOrder(4711L, 4800L, 5L);
        assertThat(table.ticks(4711)).isEqualTo(200 + 3700 + 300 + 7 + 1);
    }

    /// A session that ends moves from the living to what its parent has waited for: nothing is lost, nothing
    /// twice.
    @Test
    void the_ticks_of_a_child_that_ends_stay_in_the_sum() {
        var before = new ProcessTable(List.of(new ProcStat(1, 0, 10, 100), new ProcStat(2, 1, 40, 3)));
        var after = new ProcessTable(List.of(new ProcStat(1, 0, 10, 143)));

        assertThat(after.ticks(1)).isEqualTo(before.ticks(1));
    }

    @Test
    void a_process_that_is_gone_has_no_family() {
        assertThat(new ProcessTable(List.of()).ticks(4711)).isZero();
    }

    @Test
    void what_each_saga_cost_is_the_difference_divided() {
        var before = snapshot(Map.of("order", 1000L, "driver", 50L), 7_000, 100);
        var after = snapshot(Map.of("order", 1400L, "driver", 60L), 7_800, 1_000);

        Costs costs = Costs.between(before, after, 100, 100);

        assertThat(costs.cpuMillis()).isEqualTo(Map.of("order", 40.0, "driver", 1.0));
        assertThat(costs.systemCpuMillis()).isEqualTo(40.0);
        assertThat(costs.transactions()).isEqualTo(Map.of("order", 8.0));
        assertThat(costs.messages()).isEqualTo(Map.of("published", 9.0));
    }

    @Test
    void where_no_saga_ended_none_cost_anything() {
        var snapshot = snapshot(Map.of("order", 1000L), 1, 1);

        assertThat(Costs.between(snapshot, snapshot, 0, 100).systemCpuMillis()).isZero();
    }

    private static Snapshot snapshot(Map<String, Long> cpu, long transactions, long messages) {
        return new Snapshot(0, cpu, Map.of("order", transactions), Map.of("order", 0L), Map.of("published", messages));
    }

    @Test
    void memory_is_read_in_mebibytes() {
        assertThat(Resident.kibibytes("Rss:  2048 kB\nPss:      1024 kB\n", "Pss:"))
                .isEqualTo(1024);
        assertThat(Resident.kibibytes("Rss:  2048 kB\n", "Pss:")).isZero();
    }
}
