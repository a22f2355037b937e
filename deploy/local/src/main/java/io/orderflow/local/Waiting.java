package io.orderflow.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits on a condition.
final class Waiting {
    private static final long STEP_MILLIS = 100;

    private Waiting() {}

    /// True as soon as the condition holds, false if it did not within the time.
    static boolean until(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(STEP_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new Refused("Interrupted.", interrupted);
            }
        }
        return true;
    }
}
