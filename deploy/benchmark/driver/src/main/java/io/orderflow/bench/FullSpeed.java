package io.orderflow.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How many sagas a second a system can end: the level that gives most, and the rounds at it.
final class FullSpeed {
    private static final double SECOND = 1e9;
    private static final int SETTLE_IN_MILLIS = 1500;
    private static final double BETTER = 1.03;

    private final Subject subject;
    private final Options options;
    private final Progress progress;
    private final Shop shop;
    private final Quiet quiet;
    private final Statements statements;

    FullSpeed(Subject subject, Options options, Progress progress, Shop shop, Quiet quiet) {
        this.subject = subject;
        this.options = options;
        this.progress = progress;
        this.shop = shop;
        this.quiet = quiet;
        this.statements = new Statements(subject);
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
        if (options.statements()) {
            statements.begin();
        }
        Snapshot before = Snapshot.opening(subject);
        int finishedBefore = shop.sagas().tally().shipped();
        long begin = System.nanoTime();
        long last;
        try (var loop = new ClosedLoop(shop)) {
            for (int number = 1; number <= options.rounds(); number++) {
                double rate = round(loop, inFlight, options.seconds(), measure, number == 1);
                progress.say("%s: %.0f sagas a second in round %d", subject.name(), rate, number);
                rates.add(rate);
            }
            busy.putAll(Resident.of(subject));
            last = System.nanoTime();
        }
        long done = quiet.await();
        Snapshot after = Snapshot.closing(subject);
        int made = shop.sagas().tally().shipped() - finishedBefore;
        double seconds = Math.max(0.001, (done - begin) / SECOND - Quiet.DELIVERY.toSeconds());
        return new Closed(
                levels,
                inFlight,
                List.copyOf(rates),
                made / seconds,
                (done - last) / SECOND,
                Latency.of(measure.sagas()),
                Costs.between(before, after, made, Machine.ticksPerSecond()));
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
        int finishedBefore = shop.sagas().tally().shipped();
        Threads.sleep(Duration.ofSeconds(seconds));
        int finished = shop.sagas().tally().shipped() - finishedBefore;
        return finished * SECOND / (System.nanoTime() - begin);
    }

    /// What PostgreSQL was asked since the rounds began, for each of their sagas.
    String statements(Closed closed) {
        return statements.text(closed.costs().of());
    }
}
