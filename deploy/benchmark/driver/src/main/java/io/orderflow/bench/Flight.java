package io.orderflow.bench;

import org.jspecify.annotations.Nullable;

/// One order between its request and its delivery.
final class Flight {
    /// It was not shipped.
    static final long OPEN = Long.MIN_VALUE;

    private @Nullable Measure measure;
    private long intended;
    private long ended = OPEN;
    private boolean over;
    private boolean delivered;

    /// Notes where it belongs.
    ///
    /// @return when it was shipped, if it was already; else [#OPEN]
    synchronized long place(Measure where, long at) {
        measure = where;
        intended = at;
        return ended;
    }

    /// Notes that it was shipped, the first time.
    ///
    /// @return false if it had ended before
    synchronized boolean ship(long now) {
        if (over) {
            return false;
        }
        over = true;
        ended = now;
        if (measure != null) {
            measure.shipped(now - intended);
        }
        return true;
    }

    /// Notes that it ended otherwise, the first time.
    ///
    /// @return false if it had ended before
    synchronized boolean fail() {
        boolean first = !over;
        over = true;
        return first;
    }

    /// Notes its delivery, the first time.
    synchronized boolean deliver() {
        boolean first = !delivered;
        delivered = true;
        return first;
    }
}
