package io.orderflow.messaging.work;

import io.orderflow.messaging.loop.Bell;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The bells of all kinds of work: a commit that may have made some due rings them.
public final class WorkBells {
    private final List<Bell> bells = new CopyOnWriteArrayList<>();

    Bell hang() {
        var bell = new Bell();
        bells.add(bell);
        return bell;
    }

    /// Wakes whoever has something to do.
    public void ringAll() {
        bells.forEach(Bell::ring);
    }
}
