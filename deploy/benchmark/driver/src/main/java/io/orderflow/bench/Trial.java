package io.orderflow.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Puts one running system through everything: warm-up, constant rate, full speed, rest.
final class Trial implements AutoCloseable {
    private static final double SECOND = 1e9;
    private static final int WARM_LEVEL = 32;

    private final Subject subject;
    private final Options options;
    private final Progress progress;
    private final int ticksPerSecond = Machine.ticksPerSecond();
    private final Sagas sagas = new Sagas(System::nanoTime);
    private final Shop shop;
    private final Ends ends;
    private final Quiet quiet;
    private final FullSpeed fullSpeed;

    Trial(Subject subject, Options options, Progress progress) {
        this.subject = subject;
        this.options = options;
        this.progress = progress;
        this.shop = new Shop(subject.orders(), sagas);
        this.ends = Ends.hear(subject.amqp(), sagas);
        this.quiet = new Quiet(subject, ends, sagas, options.shortForm());
        this.fullSpeed = new FullSpeed(subject, options, progress, shop, quiet);
    }

    Side run() {
        Map<String, Resident> rest = Resident.of(subject);
        warmUp();
        quiet.await();
        Open open = open();
        var levels = fullSpeed.search();
        if (!options.shortForm()) {
            quiet.await();
        }
        var busy = new LinkedHashMap<String, Resident>();
        Closed closed = fullSpeed.rounds(levels, busy);
        progress.say("%s: at rest for %d seconds", subject.name(), options.idleSeconds());
        Snapshot before = Snapshot.opening(subject);
        Threads.sleep(Duration.ofSeconds(options.idleSeconds()));
        Snapshot after = Snapshot.closing(subject);
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

    FullSpeed fullSpeed() {
        return fullSpeed;
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
        Snapshot before = Snapshot.opening(subject);
        new OpenLoop(shop).run(options.rate(), options.openSeconds(), measure);
        quiet.await();
        Snapshot after = Snapshot.closing(subject);
        return new Open(
                options.rate(),
                options.openSeconds(),
                Latency.of(measure.posts()),
                Latency.of(measure.sagas()),
                Costs.between(before, after, measure.shipped(), ticksPerSecond));
    }
}
