package io.orderflow.faults.load;

import java.util.concurrent.atomic.AtomicLongArray;

/// How long answers took, in steps of a fifth of a power of two; 4 % exact, a few hundred bytes.
public final class Latency {
    private static final int PER_DOUBLING = 16;
    private static final int STEPS = 20 * PER_DOUBLING;

    private final AtomicLongArray counts = new AtomicLongArray(STEPS);

    /// Counts one.
    public void add(long millis) {
        counts.incrementAndGet(step(millis));
    }

    /// Milliseconds that so many of a hundred did not exceed; 0 before the first.
    ///
    /// @param percent 1 to 100
    public long percentile(int percent) {
        long all = 0;
        for (int i = 0; i < STEPS; i++) {
            all += counts.get(i);
        }
        long wanted = (all * percent + 99) / 100;
        long seen = 0;
        for (int i = 0; i < STEPS && all > 0; i++) {
            seen += counts.get(i);
            if (seen >= wanted) {
                return Math.round(Math.pow(2, (double) i / PER_DOUBLING)) - 1;
            }
        }
        return 0;
    }

    private static int step(long millis) {
        double doublings = Math.log(Math.max(0, millis) + 1.0) / Math.log(2);
        return (int) Math.min(STEPS - 1, Math.round(doublings * PER_DOUBLING));
    }
}
