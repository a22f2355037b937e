package io.orderflow.faults;

import io.orderflow.faults.invariants.Invariants;
import io.orderflow.faults.invariants.Violation;
import io.orderflow.faults.load.Desk;
import io.orderflow.faults.load.Load;
import io.orderflow.faults.load.Shelf;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// One run: starts the system, lets customers in, strikes fault after fault, and judges.
final class Suite {
    private static final Duration LAST_ANSWERS = Duration.ofMinutes(5);
    private static final Duration LAST_ENDS = Duration.ofMinutes(10);

    private final Options options;
    private final long seed;
    private final Schedule schedule;
    private final PrintStream out;
    private final List<String> notes = new ArrayList<>();

    Suite(Options options, long seed, List<Fault> faults, PrintStream out) {
        this.options = options;
        this.seed = seed;
        this.schedule = new Schedule(faults, seed);
        this.out = out;
    }

    /// Plays it on a stage, on which nothing runs yet.
    ///
    /// @throws InterruptedException when the suite is told to stop
    Report play(Stage stage) throws InterruptedException {
        long began = System.nanoTime();
        schedule.faults().forEach(fault -> fault.prepare(stage.doors()));
        out.println("Starting two instances of each service in " + stage.doors().state() + " ...");
        stage.open();
        tell(stage, "");
        out.println("%7.1f s  all is healthy".formatted(seconds(began)));
        var shelf = new Shelf(stage.system());
        shelf.fill();
        try (var load = new Load(stage.system(), seed, options.rate());
                var desk = new Desk(stage.system())) {
            load.begin();
            desk.begin();
            var invariants = new Invariants(stage.system(), load, shelf);
            List<Row> rows = rounds(stage, load, invariants, shelf, began);
            out.println("The last customers are served, then the books are balanced ...");
            load.end(LAST_ANSWERS);
            List<String> broken =
                    invariants.full(LAST_ENDS).stream().map(Violation::told).toList();
            return new Report(seed, rows, broken, notes, load.counts(), latency(load));
        }
    }

    private List<Row> rounds(Stage stage, Load load, Invariants invariants, Shelf shelf, long began)
            throws InterruptedException {
        var rows = new ArrayList<Row>();
        long end = began + options.minutes().orElse(Duration.ZERO).toNanos();
        int round = 0;
        do {
            for (Fault fault : schedule.round(round)) {
                if (round > 0 && System.nanoTime() - end > 0) {
                    return rows;
                }
                out.println("%7.1f s  %s: %s".formatted(seconds(began), fault.name(), fault.expected()));
                var random = new SplittableRandom(seed * 31 + rows.size());
                var world = new World(stage.system(), load, shelf, random, options.brief(), out);
                Row row = new Strike(world, invariants).of(fault);
                rows.add(row);
                out.println("%7.1f s  %s".formatted(seconds(began), told(row)));
                tell(stage, "      ");
                row.failures().forEach(failure -> out.println("      DOES NOT HOLD: " + failure));
            }
            round++;
        } while (System.nanoTime() - end < 0);
        return rows;
    }

    private void tell(Stage stage, String indent) {
        for (String note : stage.system().notes()) {
            notes.add(note);
            out.println(indent + note);
        }
    }

    private static String told(Row row) {
        return switch (row.blow()) {
            case Blow.Skipped skipped -> row.fault() + " skipped: " + skipped.why();
            case Blow.Landed landed ->
                "%s: %d %s; %d orders accepted, %d POSTs retried, %d refused; %s"
                        .formatted(
                                row.fault(),
                                landed.times(),
                                landed.proof(),
                                row.counts().accepted(),
                                row.counts().retried(),
                                row.counts().refused(),
                                row.recovery().told());
        };
    }

    private static String latency(Load load) {
        return "half of the answers came within %d ms, 99 %% within %d ms"
                .formatted(load.latency().percentile(50), load.latency().percentile(99));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
