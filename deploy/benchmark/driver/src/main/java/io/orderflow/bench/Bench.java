package io.orderflow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One measurement from beginning to end: starts a system of its own, measures, keeps the report, ends what
/// it started.
final class Bench implements AutoCloseable {
    private final Options options;
    private final Progress progress;
    private final Doors doors;
    private final UsualWay usualWay;
    private boolean closed;

    Bench(Path root, Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
        try {
            this.doors = new Doors(root, Files.createTempDirectory("orderflow-bench-"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        this.usualWay = new UsualWay(root, options.report().toAbsolutePath());
    }

    /// Measures.
    ///
    /// @return true if every order that Orderflow accepted came to its end
    boolean run() {
        Optional<Report> before = options.against().map(Report::read);
        var folder = new Folder(options.report());
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        progress.say("Orderflow is starting");
        long begin = System.nanoTime();
        doors.run("up");
        double upSeconds = (System.nanoTime() - begin) / 1e9;
        progress.say("Orderflow is healthy after %.1f s", upSeconds);
        if (options.statements()) {
            Statements.load(Subject.orderflow(doors.environment()).server());
            doors.run("down");
            doors.run("up");
        }
        Subject orderflow = Subject.orderflow(doors.environment());
        if (options.growth()) {
            return new Growth(options, progress, folder).run(orderflow);
        }
        Machine machine = Machine.here(
                orderflow.broker().brokerVersion(), orderflow.server().version(), load);
        Side here = measure(orderflow);
        Report report = report(upSeconds, machine, here, null);
        folder.keep(report);
        if (options.baseline()) {
            progress.say("Orderflow's services end, the usual way's start");
            report = report(upSeconds, machine, here, measure(usualWay.start(orderflow)));
            folder.keep(report);
        }
        tell(report, before);
        return here.tally().nothingLost();
    }

    /// Ends and forgets everything that was started. Whoever comes second waits until that is done.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        usualWay.close();
        try {
            doors.purge();
        } finally {
            forget(doors.state());
        }
    }

    private Side measure(Subject subject) {
        try (var trial = new Trial(subject, options, progress)) {
            Side side = trial.run();
            if (options.statements()) {
                String name = subject.vhost() + "-statements.md";
                new Folder(options.report()).write(name, trial.fullSpeed().statements(side.closed()));
                progress.say("%s: its statements are in %s", subject.name(), name);
            }
            progress.say("%s: %s", subject.name(), side.tally());
            return side;
        }
    }

    private Report report(double upSeconds, Machine machine, Side orderflow, @Nullable Side other) {
        return new Report(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                options.shortForm(),
                machine,
                upSeconds,
                orderflow,
                other);
    }

    private void tell(Report report, Optional<Report> before) {
        progress.print("\n" + new Markdown(report).text());
        before.ifPresent(saved -> {
            String comparison = "\n## Beside the report of " + saved.at() + "\n\n"
                    + Figure.table("this run", report.orderflow(), "saved", saved.orderflow());
            progress.print(comparison);
            new Folder(options.report()).write("against.md", comparison);
        });
        progress.print("\nThe report is in " + options.report().toAbsolutePath() + ".\n");
    }

    private static void forget(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (var files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
