package io.orderflow.bench;

import java.time.Duration;

/// Waits until a system has done everything it was asked for, letters and analytics included, and until its
/// broker and its databases have counted it.
final class Quiet {
    /// How long the simulated carriers of both systems take to deliver what was shipped.
    static final Duration DELIVERY = Duration.ofSeconds(5);

    /// A service may look for what is left over every few seconds; an order is said again after half a
    /// minute.
    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(90);
    /// Some message is handed out again and again.
    private static final Duration IN_CIRCLES = Duration.ofMinutes(5);

    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final long CALM_NANOS = 1_500_000_000L;

    /// A PostgreSQL session that has nothing to do tells its counts after ten seconds; the broker every five.
    private static final Duration COUNTED = Duration.ofSeconds(12);

    /// Not all that is counted: what a session did in its last second may be missing.
    private static final Duration COUNTED_ROUGHLY = Duration.ofSeconds(2);

    private final Subject subject;
    private final Ends ends;
    private final Sagas sagas;
    private final Duration counted;

    Quiet(Subject subject, Ends ends, Sagas sagas, boolean roughly) {
        this.subject = subject;
        this.ends = ends;
        this.sagas = sagas;
        this.counted = roughly ? COUNTED_ROUGHLY : COUNTED;
    }

    /// Waits; gives up when nothing has been heard for long, and the tally then says what is missing.
    ///
    /// @return when the last queue was empty, of [System#nanoTime]
    long await() {
        Tally heard = sagas.tally();
        long progress = System.nanoTime();
        long calm = progress;
        boolean calmed = false;
        while (true) {
            long now = System.nanoTime();
            Tally tally = sagas.tally();
            boolean done = tally.settled() && ends.waiting(subject.queues()) == 0;
            if (!done) {
                calmed = false;
            } else if (!calmed) {
                calmed = true;
                calm = now;
            } else if (now - calm > CALM_NANOS) {
                break;
            }
            if (!tally.equals(heard)) {
                heard = tally;
                progress = now;
            } else if (now - progress > IN_CIRCLES.toNanos()
                    || (now - progress > WITHOUT_PROGRESS.toNanos() && ends.waiting(subject.queues()) == 0)) {
                calm = now;
                break;
            }
            Threads.sleep(BETWEEN);
        }
        Threads.sleep(counted);
        return calm;
    }
}
