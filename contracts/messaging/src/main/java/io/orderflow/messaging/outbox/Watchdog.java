package io.orderflow.messaging.outbox;

import com.rabbitmq.client.Connection;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Ends a connection that holds its user up. A broker in need of memory or disk stops reading the socket, and a
/// publish then blocks without an exception and without an end.
public final class Watchdog implements AutoCloseable {
    private static final ScheduledThreadPoolExecutor KENNEL = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("watchdog").daemon().factory());

    static {
        KENNEL.setRemoveOnCancelPolicy(true); // there is one for each publish, and hardly any ever bites
    }

    private final Future<?> bite;

    private Watchdog(Future<?> bite) {
        this.bite = bite;
    }

    /// Watches until closed; bites once the patience is up.
    public static Watchdog over(@Nullable Connection connection, Duration patience) {
        return new Watchdog(KENNEL.schedule(
                () -> {
                    if (connection != null) {
                        connection.abort(100);
                    }
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        bite.cancel(false);
    }
}
