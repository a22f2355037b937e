package io.orderflow.messaging.parking;

import java.time.Duration;

/// So many a second at most, evenly: what was missed is not caught up on.
final class Pace {
    private final long interval;
    private long next = System.nanoTime();

    /// @param perSecond at least 1
    Pace(int perSecond) {
        interval = Duration.ofSeconds(1).toNanos() / perSecond;
    }

    /// How long until the next may go.
    Duration untilNext(long now) {
        return Duration.ofNanos(Math.max(0, next - now));
    }

    /// One goes.
    void take(long now) {
        next = Math.max(next, now) + interval;
    }
}
