package io.orderflow.order.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long an order is waited for.
///
/// @param deadline how long after its placing its cancellation is requested; positive
/// @param redrives how long after its placing it is said again, the first time, the second …; at least one, positive
///                 and ascending. After the last of them the wait doubles each time, up to a day.
public record Patience(Duration deadline, List<Duration> redrives) {
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 30;

    /// Copies the list.
    public Patience {
        redrives = List.copyOf(redrives);
    }

    /// The same with a deadline of the customer's own.
    ///
    /// @param own null for none
    Patience within(@Nullable Duration own) {
        return own == null ? this : new Patience(own, redrives);
    }

    /// When an order is said again that was said again so many times already.
    ///
    /// @param last when it was last said
    Instant redrive(Instant placedAt, int already, Instant last) {
        if (already < redrives.size()) {
            return placedAt.plus(redrives.get(already));
        }
        int doublings = Math.min(already - redrives.size() + 1, MOST_DOUBLINGS);
        Duration wait = redrives.getLast();
        for (int i = 0; i < doublings && wait.compareTo(LONGEST_WAIT) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return last.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }
}
