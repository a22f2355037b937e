package io.orderflow.messaging.test.nodes;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for a condition in another process, which can only be asked again and again.
final class Patience {
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private Patience() {}

    /// Waits until the condition holds; false if the time was up first, or this thread was told to stop.
    static boolean until(Duration atMost, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
