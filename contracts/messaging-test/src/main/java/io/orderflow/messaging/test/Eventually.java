package io.orderflow.messaging.test;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/// Waits for what comes by itself, never longer than it takes.
public final class Eventually {
    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(25);

    private Eventually() {}

    /// Waits until the assertion holds, for 30 seconds at most.
    ///
    /// @throws org.awaitility.core.ConditionTimeoutException with what the assertion said last
    public static void eventually(ThrowingRunnable assertion) {
        eventually(AT_MOST, assertion);
    }

    /// Waits until the assertion holds, for the given time at most.
    public static void eventually(Duration atMost, ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(atMost)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN)
                .untilAsserted(assertion);
    }
}
