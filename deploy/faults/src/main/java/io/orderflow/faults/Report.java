package io.orderflow.faults;

import io.orderflow.faults.load.Counts;
import java.util.ArrayList;
import java.util.List;

/// What one keeps of a run: the seed, the verdict and a table, in Markdown.
///
/// @param seed    of the run
/// @param rows    a strike each, in their order
/// @param broken  what did not hold at the end; a sentence each
/// @param notes   what a person had to do by hand on the way; a sentence each
/// @param all     what the customers went through, from the first to the last
/// @param latency how long requests took, in words
record Report(long seed, List<Row> rows, List<String> broken, List<String> notes, Counts all, String latency) {
    Report {
        rows = List.copyOf(rows);
        broken = List.copyOf(broken);
        notes = List.copyOf(notes);
    }

    /// True if every fault happened, or was skipped for a reason that is told, and everything held.
    boolean isGood() {
        return failures().isEmpty() && rows.stream().anyMatch(row -> !row.isSkipped());
    }

    List<String> failures() {
        var failures = new ArrayList<String>();
        rows.forEach(row -> failures.addAll(row.failures()));
        failures.addAll(broken);
        return failures;
    }

    String markdown() {
        var text = new StringBuilder("# Faults, seed " + seed + "\n\n");
        text.append(verdict()).append("\n\n");
        failures().forEach(failure -> text.append("- ").append(failure).append('\n'));
        if (!failures().isEmpty()) {
            text.append('\n');
        }
        text.append(
                "| fault | what was done | orders accepted meanwhile | POSTs retried / refused (503) | recovery |\n");
        text.append("|---|---|---|---|---|\n");
        rows.forEach(row -> text.append(line(row)).append('\n'));
        text.append("\n%d orders were accepted; %d requests were sent again, %d were refused with 503; %s.\n"
                .formatted(all.accepted(), all.retried(), all.refused(), latency));
        notes.forEach(note -> text.append("\nBy hand: ").append(note).append('\n'));
        return text.toString();
    }

    private String verdict() {
        long struck = rows.stream().filter(row -> !row.isSkipped()).count();
        return isGood()
                ? "Nothing was lost and nothing done twice: %d faults, %d orders.".formatted(struck, all.accepted())
                : "FAILED: %d faults, %d orders, and something does not hold.".formatted(struck, all.accepted());
    }

    private static String line(Row row) {
        return switch (row.blow()) {
            case Blow.Skipped skipped -> "| %s | skipped: %s | | | |".formatted(row.fault(), cell(skipped.why()));
            case Blow.Landed landed ->
                "| %s | %d %s | %d | %d / %d | %s |"
                        .formatted(
                                row.fault(),
                                landed.times(),
                                cell(landed.proof()),
                                row.counts().accepted(),
                                row.counts().retried(),
                                row.counts().refused(),
                                row.recovery().told());
        };
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
