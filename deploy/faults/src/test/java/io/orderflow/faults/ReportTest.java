package io.orderflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.faults.load.Counts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Counts COUNTS = new Counts(101, 100, 7, 3, 1);
    private static final Recovery QUICK = new Recovery(
            Optional.of(Duration.ofMillis(1_240)), Optional.of(Duration.ofSeconds(12)), Duration.ofMinutes(6));

    @Test
    void what_was_struck_and_held_is_a_line_with_counter_and_recovery() {
        var report = report(List.of(row(Blow.landed(3, "kills"))), List.of());

        assertThat(report.isGood()).isTrue();
        assertThat(report.markdown())
                .startsWith("# Faults, seed 42\n\nNothing was lost and nothing done twice: 1 faults, 100 orders.\n")
                .contains(
                        "| fault | what was done | orders accepted meanwhile | POSTs retried / refused (503) | recovery |")
                .contains("| broker-kill | 3 kills | 100 | 7 / 3 | first saga 1.2 s, caught up 12.0 s |")
                .endsWith("\nBy hand: deploy/up had to be run again: no broker\n");
    }

    @Test
    void a_fault_that_did_not_happen_fails_the_run() {
        var report = report(List.of(row(Blow.landed(0, "kills"))), List.of());

        assertThat(report.isGood()).isFalse();
        assertThat(report.failures()).containsExactly("broker-kill: it did not happen: 0 kills");
        assertThat(report.markdown()).contains("FAILED", "- broker-kill: it did not happen: 0 kills");
    }

    @Test
    void a_fault_that_cannot_be_done_here_is_told_and_proves_nothing_alone() {
        var skipped = row(new Blow.Skipped("there is no tc"));

        assertThat(report(List.of(skipped), List.of()).isGood()).isFalse();
        var both = report(List.of(skipped, row(Blow.landed(1, "kill"))), List.of());
        assertThat(both.isGood()).isTrue();
        assertThat(both.markdown()).contains("| broker-kill | skipped: there is no tc | | | |");
    }

    @Test
    void a_system_that_does_not_come_back_fails_the_run() {
        var never = new Recovery(Optional.empty(), Optional.empty(), Duration.ofMinutes(6));
        var row = new Row("broker-kill", Blow.landed(1, "kill"), COUNTS, never, List.of());

        assertThat(row.failures())
                .containsExactly(
                        "broker-kill: no order placed after it was shipped within 360 s",
                        "broker-kill: orders placed before it was over had not ended after 360 s");
    }

    @Test
    void what_broke_at_the_end_or_of_the_fault_alone_fails_the_run() {
        assertThat(report(List.of(row(Blow.landed(1, "kill"))), List.of("An order was lost"))
                        .isGood())
                .isFalse();
        assertThat(row(new Blow.Landed(1, "kill", List.of("5 errors to clients")))
                        .failures())
                .containsExactly("broker-kill: 5 errors to clients");
    }

    private static Row row(Blow blow) {
        return new Row("broker-kill", blow, COUNTS, QUICK, List.of());
    }

    private static Report report(List<Row> rows, List<String> broken) {
        return new Report(
                42,
                rows,
                broken,
                List.of("deploy/up had to be run again: no broker"),
                COUNTS,
                "half of the answers came within 5 ms");
    }
}
