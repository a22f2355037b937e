package io.orderflow.messaging.work;

import io.orderflow.messaging.loop.Bell;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The bells of all kinds of work: a commit that may have made some due rings them.
public final class WorkBells {
    private final List<Bell> urgent = new CopyOnWriteArrayList<>();
    private final List<Bell> all = new CopyOnWriteArrayList<>();

    /// @param isUrgent see [io.orderflow.messaging.Work#isUrgent]
    Bell hang(boolean isUrgent) {
        var bell = new Bell();
        all.add(bell);
        if (isUrgent) {
            urgent.add(bell);
        }
        return bell;
    }

    /// Something was committed: wakes the work that is urgent.
    public void ring() {
        urgent.forEach(Bell::ring);
    }

    /// Somebody asked for something: wakes all.
    void ringAll() {
        all.forEach(Bell::ring);
    }
}
