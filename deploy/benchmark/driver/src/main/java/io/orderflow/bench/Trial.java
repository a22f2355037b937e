package io.orderflow.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts one running system through everything: warm-up, constant rate, full speed, rest.
final class Trial implements AutoCloseable {
    private static final double SECOND = 1e9;
    private static final int WARM_LEVEL = 32;
    private static final int SETTLE_IN_MILLIS = 1500;
    private static final double BETTER = 1.03;

    private final Subject subject;
    private final Options options;
    private final Progress progress;
    private final int ticksPerSecond = Machine.ticksPerSecond();
    private final Sagas sagas = new Sagas(System::nanoTime);
    private final Shop shop;
    private final Ends ends;
    private final Quiet quiet;

    Trial(Subject subject, Options options, Progress progress) {
        this.subject = subject;
        this.options = options;
        this.progress = progress;
        this.shop = new Shop(subject.orders(), sagas);
        this.ends = Ends.hear(subject.amqp(), sagas);
        this.quiet = new Quiet(subject, ends, sagas, options.shortForm());
    }

    Side run() {
        Map<String, Resident> rest = memory();
        warmUp();
        quiet.await();
        Open open = open();
        var levels = search();
        quiet.await();
        var busy = new LinkedHashMap<String, Resident>();
        Closed closed = rounds(levels, busy);
        progress.say("%s: at rest for %d seconds", subject.name(), options.idleSeconds());
        Snapshot before = Snapshot.of(subject);
        Threads.sleep(Duration.ofSeconds(options.idleSeconds()));
        Snapshot after = Snapshot.of(subject);
        Costs idle = Costs.between(before, after, (after.nanos() - before.nanos()) / SECOND / 60, ticksPerSecond);
        return new Side(subject.name(), open, closed, idle, rest, busy, shop.tally(), sagas.shippedBySecond());
    }

    /// Makes sagas until the code that makes them is compiled.
    void warmUp() {
        Listing.list(subject, shop);
        progress.say("%s: warming up with %d sagas", subject.name(), options.warmUp());
        orders(options.warmUp());
    }

    /// Makes so many sagas at a moderate level.
    void orders(int count) {
        var measure = new Measure();
        try (var loop = new ClosedLoop(shop)) {
            loop.run(WARM_LEVEL, measure);
            int seen = -1;
            while (measure.shipped() < count) {
                boolean goesOn = seen < measure.shipped();
                seen = measure.shipped();
                if (!goesOn) {
                    throw new Refused(subject.name() + " has stopped: no saga has ended for a minute.");
                }
                int last = seen;
                Threads.until(
                        Duration.ofMinutes(1),
                        Duration.ofMillis(50),
                        () -> measure.shipped() >= count || measure.shipped() > last + count / 10);
            }
        }
    }

    void settle() {
        quiet.await();
    }

    Tally tally() {
        return shop.tally();
    }

    @Override
    public void close() {
        ends.close();
    }

    private Open open() {
        progress.say("%s: %d orders a second for %d seconds", subject.name(), options.rate(), options.openSeconds());
        var measure = new Measure();
        Snapshot before = Snapshot.of(subject);
        new OpenLoop(shop).run(options.rate(), options.openSeconds(), measure);
        quiet.await();
        Snapshot after = Snapshot.of(subject);
        return new Open(
                options.rate(),
                options.openSeconds(),
                Latency.of(measure.posts()),
                Latency.of(measure.sagas()),
                Costs.between(before, after, measure.shipped(), ticksPerSecond));
    }

    /// Looks for the level that gives most; more are not tried once two in a row have given no more.
    List<Level> search() {
        var levels = new ArrayList<Level>();
        double best = 0;
        int worse = 0;
        try (var loop = new ClosedLoop(shop)) {
            for (int inFlight : options.levels()) {
                double rate = round(loop, inFlight, options.levelSeconds(), new Measure(), true);
                progress.say("%s: %.0f sagas a second with %d in flight", subject.name(), rate, inFlight);
                levels.add(new Level(inFlight, rate));
                worse = rate > best * BETTER ? 0 : worse + 1;
                best = Math.max(best, rate);
                if (worse == 2) {
                    break;
                }
            }
        }
        return levels;
    }

    /// Makes the rounds at the best level.
    ///
    /// @param busy takes the memory at their end
    Closed rounds(List<Level> levels, Map<String, Resident> busy) {
        int inFlight = best(levels).inFlight();
        var rates = new ArrayList<Double>();
        var measure = new Measure();
        Snapshot before = Snapshot.of(subject);
        int finishedBefore = sagas.tally().shipped();
        long begin = System.nanoTime();
        long last;
        try (var loop = new ClosedLoop(shop)) {
            for (int number = 1; number <= options.rounds(); number++) {
                double rate = round(loop, inFlight, options.seconds(), measure, number == 1);
                progress.say("%s: %.0f sagas a second in round %d", subject.name(), rate, number);
                rates.add(rate);
            }
            busy.putAll(memory());
            last = System.nanoTime();
        }
        long done = quiet.await();
        Snapshot after = Snapshot.of(subject);
        int made = sagas.tally().shipped() - finishedBefore;
        double seconds = Math.max(0.001, (done - begin) / SECOND - Quiet.DELIVERY.toSeconds());
        return new Closed(
                levels,
                inFlight,
                List.copyOf(rates),
                made / seconds,
                (done - last) / SECOND,
                Latency.of(measure.sagas()),
                Costs.between(before, after, made, ticksPerSecond));
    }

    static Level best(List<Level> levels) {
        return levels.stream()
                .max((one, other) -> Double.compare(one.rate(), other.rate()))
                .orElseThrow();
    }

    private double round(ClosedLoop loop, int inFlight, int seconds, Measure measure, boolean fresh) {
        loop.run(inFlight, measure);
        if (fresh) {
            Threads.sleep(Duration.ofMillis(SETTLE_IN_MILLIS));
        }
        long begin = System.nanoTime();
        int finishedBefore = sagas.tally().shipped();
        Threads.sleep(Duration.ofSeconds(seconds));
        int finished = sagas.tally().shipped() - finishedBefore;
        return finished * SECOND / (System.nanoTime() - begin);
    }

    private Map<String, Resident> memory() {
        ProcessTable table = ProcessTable.read();
        var memory = new LinkedHashMap<String, Resident>();
        subject.processes().forEach((name, pid) -> memory.put(name, Resident.of(table.family(pid))));
        return memory;
    }
}
