package io.orderflow.messaging.health;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Health `database`: down only once the database has been away for 10 seconds without interruption, so that a
/// hiccup or a restart does not make all instances unready at once; up again once it has answered twice in a row. What
/// is seen in between is told in the details. It is looked for when somebody asks, at most once a second, and whoever
/// asks is answered within a second.
final class DatabaseHealth implements HealthIndicator {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofMillis(800);

    private final DatabaseProbe probe;
    private final Steady steady;
    private final LongSupplier nanos;
    private final Duration limit;
    private CompletableFuture<Void> look = CompletableFuture.completedFuture(null);
    private @Nullable Long began;
    private volatile String because = "";

    DatabaseHealth(DatabaseProbe probe) {
        this(probe, new Steady(Duration.ofSeconds(10), 2), System::nanoTime, LIMIT);
    }

    /// @param limit how long a look is waited for
    DatabaseHealth(DatabaseProbe probe, Steady steady, LongSupplier nanos, Duration limit) {
        this.probe = probe;
        this.steady = steady;
        this.nanos = nanos;
        this.limit = limit;
    }

    @Override
    public Health health() {
        Steady.State state = state();
        Health.Builder health = state.up() ? Health.up() : Health.down();
        if (state.away().isPositive()) {
            health.withDetail(
                    "away", state.away().truncatedTo(ChronoUnit.SECONDS).toString());
            health.withDetail("because", because);
        }
        return health.build();
    }

    private Steady.State state() {
        CompletableFuture<Void> current = looking();
        try {
            current.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            because = "no answer within " + limit.toMillis() + " ms";
            return steady.note(false, nanos.getAsLong());
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return steady.state(nanos.getAsLong());
    }

    /// The look that is under way, or was less than a second ago; else a new one.
    private synchronized CompletableFuture<Void> looking() {
        long now = nanos.getAsLong();
        if (look.isDone() && (began == null || now - began >= FRESH.toNanos())) {
            began = now;
            var begun = new CompletableFuture<Void>();
            look = begun;
            Thread.ofVirtual().name("database-health").start(() -> look(begun));
        }
        return look;
    }

    private void look(CompletableFuture<Void> begun) {
        String away = "it was not looked for";
        try {
            away = probe.away();
        } finally {
            if (away != null) {
                because = away;
            }
            steady.note(away == null, nanos.getAsLong());
            begun.complete(null);
        }
    }
}
