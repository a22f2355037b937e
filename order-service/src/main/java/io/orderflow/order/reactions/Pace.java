package io.orderflow.order.reactions;

import java.time.Duration;

/// Lets things happen no faster than so many a second. Not for what must not wait.
final class Pace {
    private final long nanosEach;
    private long nextNanos;

    /// @param perSecond at least 1
    /// @param nowNanos  by a clock that only goes forward, as [System#nanoTime]
    Pace(int perSecond, long nowNanos) {
        this.nanosEach = Duration.ofSeconds(1).dividedBy(perSecond).toNanos();
        this.nextNanos = nowNanos;
    }

    /// How long the next one has to wait for its turn, which it takes by asking.
    synchronized Duration turn(long nowNanos) {
        long wait = Math.max(0, nextNanos - nowNanos);
        nextNanos = nowNanos + wait + nanosEach;
        return Duration.ofNanos(wait);
    }
}
