package io.orderflow.bench;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/// How long something took, in milliseconds from the instant at which its request was to be sent.
///
/// @param count how many
/// @param p50   half took no longer
/// @param p90   nine of ten took no longer
/// @param p99   99 of 100 took no longer
/// @param max   the longest
/// @param curve the milliseconds at each of [#POINTS]
record Latency(long count, double p50, double p90, double p99, double max, List<Double> curve) {
    /// The percentiles of the curve.
    static final List<Double> POINTS =
            List.of(0.0, 10.0, 25.0, 50.0, 75.0, 90.0, 95.0, 99.0, 99.5, 99.9, 99.95, 99.99, 100.0);

    private static final double MICROS_PER_MILLI = 1000;

    /// Of microseconds.
    static Latency of(Histogram micros) {
        var curve = new ArrayList<Double>();
        POINTS.forEach(point -> curve.add(micros.getValueAtPercentile(point) / MICROS_PER_MILLI));
        return new Latency(
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / MICROS_PER_MILLI,
                micros.getValueAtPercentile(90) / MICROS_PER_MILLI,
                micros.getValueAtPercentile(99) / MICROS_PER_MILLI,
                micros.getMaxValue() / MICROS_PER_MILLI,
                List.copyOf(curve));
    }
}
