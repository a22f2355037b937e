package io.orderflow.messaging.meters;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one look gives, and the gauges that show it.
///
/// @param <T> what the look gives
public final class Sampled<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Sampled.class);
    private static final double MILLIS = 1000;

    private final Samples samples;
    private final MeterRegistry registry;
    private final String what;
    private final Callable<T> look;
    private Look<T> last = new Look<>(0, new CompletableFuture<>());
    private boolean looking;

    Sampled(Samples samples, MeterRegistry registry, String what, Callable<T> look) {
        this.samples = samples;
        this.registry = registry;
        this.what = what;
        this.look = look;
    }

    private record Look<T>(long round, CompletableFuture<T> seen) {}

    /// Shows a figure.
    ///
    /// @param name        lower case with dots, beginning with `orderflow.`, without a unit
    /// @param description what it tells, in a few words
    /// @param figure      takes it from what was seen
    /// @param tags        names and values, in turn; few, and never an order's id
    /// @return this
    public Sampled<T> gauge(String name, String description, ToDoubleFunction<T> figure, String... tags) {
        Gauge.builder(name, () -> read(figure))
                .description(description)
                .tags(tags)
                .register(registry);
        return this;
    }

    /// Shows a time in seconds.
    ///
    /// @see #gauge
    public Sampled<T> seconds(String name, String description, Function<T, Duration> time, String... tags) {
        Gauge.builder(name, () -> read(seen -> time.apply(seen).toMillis() / MILLIS))
                .description(description)
                .baseUnit("seconds")
                .tags(tags)
                .register(registry);
        return this;
    }

    private double read(ToDoubleFunction<T> figure) {
        Samples.Round round = samples.round();
        Look<T> current = last();
        if (current.round() != round.number()) { // an earlier look has not come to an end
            return Double.NaN;
        }
        try {
            return figure.applyAsDouble(current.seen().get(Math.max(0, round.nanos()), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException unknown) {
            return Double.NaN;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
    }

    private synchronized Look<T> last() {
        return last;
    }

    /// Begins a look, unless an earlier one is still under way.
    synchronized void look(long round) {
        if (looking) {
            return;
        }
        looking = true;
        var seen = new CompletableFuture<T>();
        last = new Look<>(round, seen);
        Thread.ofVirtual().name("sample-" + what).start(() -> look(seen));
    }

    private void look(CompletableFuture<T> seen) {
        @Nullable T found = null;
        @Nullable Throwable unknown = null;
        try {
            found = look.call();
        } catch (Exception failed) {
            LOG.debug("{} is not known", what, failed);
            unknown = failed;
        } finally {
            synchronized (this) {
                looking = false;
            }
        }
        if (found == null) {
            seen.completeExceptionally(unknown == null ? new IllegalStateException("nothing is known") : unknown);
        } else {
            seen.complete(found);
        }
    }
}
