package io.orderflow.messaging.loop;

import java.time.Duration;

/// How long to wait after one failure, two in a row, three …: twice as long each time, up to a most.
///
/// @param first the wait after the first failure
/// @param most  the longest wait
public record Backoff(Duration first, Duration most) {
    /// The wait after so many failures in a row, at least 1.
    public Duration after(int failures) {
        Duration wait = first.multipliedBy(1L << Math.min(Math.max(failures, 1) - 1, 20));
        return wait.compareTo(most) < 0 ? wait : most;
    }
}
