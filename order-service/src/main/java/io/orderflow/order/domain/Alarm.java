package io.orderflow.order.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/// When an order that is not decided is seen to again.
///
/// @param deadlineAt when its cancellation is requested
/// @param redriveAt  when what it said is said again
/// @param redrives   how many times that was done
@Embeddable
public record Alarm(Instant deadlineAt, Instant redriveAt, int redrives) {
    static Alarm of(Instant placedAt, Patience patience) {
        return new Alarm(placedAt.plus(patience.deadline()), patience.redrive(placedAt, 0, placedAt), 0);
    }

    /// The next time that it rings.
    ///
    /// @param forDeadline false where the deadline does not matter any more
    Instant next(boolean forDeadline) {
        return forDeadline && deadlineAt.isBefore(redriveAt) ? deadlineAt : redriveAt;
    }

    /// When it rang: found to be due at the present, or, by a clock that is behind, before its time.
    Instant rang(Instant now, boolean forDeadline) {
        Instant due = next(forDeadline);
        return now.isBefore(due) ? due : now;
    }

    boolean isDeadline(Instant now) {
        return !deadlineAt.isAfter(now);
    }

    boolean isRedrive(Instant now) {
        return !redriveAt.isAfter(now);
    }

    /// After a re-drive. What was slept through is not caught up with one by one.
    Alarm redriven(Instant placedAt, Instant now, Patience patience) {
        int times = redrives;
        Instant next;
        do {
            times++;
            next = patience.redrive(placedAt, times, now);
        } while (!next.isAfter(now));
        return new Alarm(deadlineAt, next, times);
    }
}
