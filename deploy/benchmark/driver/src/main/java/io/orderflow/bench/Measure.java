package io.orderflow.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/// What is noted of the orders of one phase. An order belongs to the phase in which it was to be sent,
/// whenever it ends.
final class Measure {
    private static final int DIGITS = 3;

    private final Recorder posts = new Recorder(DIGITS);
    private final Recorder sagas = new Recorder(DIGITS);
    private final AtomicInteger shipped = new AtomicInteger();

    /// Notes an answer.
    ///
    /// @param nanos from the instant at which the request was to be sent
    void posted(long nanos) {
        posts.recordValue(micros(nanos));
    }

    /// Notes an end.
    ///
    /// @param nanos from the instant at which the request was to be sent
    void shipped(long nanos) {
        sagas.recordValue(micros(nanos));
        shipped.incrementAndGet();
    }

    int shipped() {
        return shipped.get();
    }

    /// All answers since the last call, in microseconds.
    Histogram posts() {
        return posts.getIntervalHistogram();
    }

    /// All ends since the last call, in microseconds.
    Histogram sagas() {
        return sagas.getIntervalHistogram();
    }

    private static long micros(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMicros(nanos));
    }
}
