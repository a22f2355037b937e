package io.orderflow.messaging.outbox;

import com.rabbitmq.client.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Ends a connection that holds its user up. A broker in need of memory or disk stops reading the socket, and a
/// publish then blocks without an exception and without an end.
public final class Watchdog implements AutoCloseable {
    private final CompletableFuture<@Nullable Void> bite;

    private Watchdog(CompletableFuture<@Nullable Void> bite) {
        this.bite = bite;
    }

    /// Watches until closed; bites once the patience is up.
    public static Watchdog over(@Nullable Connection connection, Duration patience) {
        return new Watchdog(CompletableFuture.runAsync(
                () -> {
                    if (connection != null) {
                        connection.abort(100);
                    }
                },
                CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)));
    }

    @Override
    public void close() {
        bite.cancel(false);
    }
}
