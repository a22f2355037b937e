package io.orderflow.messaging.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes a sleeping loop. A ring while nobody sleeps is remembered, so that no commit goes unheard; many rings are
/// one.
public final class Bell {
    private final Semaphore rung = new Semaphore(0);

    /// Wakes the sleeper, or the next one to lie down.
    public void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /// True if it has rung and nobody has heard it yet: whoever lies down now gets up at once.
    public boolean isRung() {
        return rung.availablePermits() > 0;
    }

    /// Sleeps until the bell rings or the time is up.
    ///
    /// @throws InterruptedException when the sleeper is to stop
    public void await(Duration atMost) throws InterruptedException {
        if (rung.tryAcquire(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
