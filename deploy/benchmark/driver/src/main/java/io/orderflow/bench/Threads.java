package io.orderflow.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waiting, on this thread.
final class Threads {
    private Threads() {}

    /// Waits until the thread has ended.
    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /// Waits so long.
    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /// Waits until something is so.
    ///
    /// @return false if it was not so within the time
    static boolean until(Duration atMost, Duration between, BooleanSupplier so) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            sleep(between);
        }
        return true;
    }

    static Refused interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new Refused("Interrupted.", interrupted);
    }
}
