package io.orderflow.messaging.meters;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/// Figures that are looked up when somebody scrapes, and never otherwise: a service that nobody asks asks nothing.
///
/// All of them are looked up together, at most once in 5 seconds, each on a thread of its own; whoever scrapes waits
/// for a second at most, for all of them. A figure that could not be looked up is NaN until the next time: what is
/// not known is neither zero nor what it once was.
public final class Samples {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final MeterRegistry registry;
    private final LongSupplier nanos;
    private final Duration patience;
    private final List<Sampled<?>> all = new CopyOnWriteArrayList<>();
    private long round;
    private long began;

    /// Shown in this registry.
    public Samples(MeterRegistry registry) {
        this(registry, System::nanoTime, PATIENCE);
    }

    Samples(MeterRegistry registry, LongSupplier nanos, Duration patience) {
        this.registry = registry;
        this.nanos = nanos;
        this.patience = patience;
    }

    /// What one look gives; its figures are named by [Sampled#gauge].
    ///
    /// @param what the look in a word, for the log
    /// @param look one query that uses an index, or the like; may fail, and may take its time
    /// @param <T>  what it gives
    public <T> Sampled<T> of(String what, Callable<T> look) {
        var sampled = new Sampled<>(this, registry, what, look);
        all.add(sampled);
        return sampled;
    }

    /// A round of looks, of which one is under way or was less than 5 seconds ago.
    ///
    /// @param number counts the rounds
    /// @param nanos  how much longer it is waited for; not positive if no longer
    record Round(long number, long nanos) {}

    synchronized Round round() {
        long now = nanos.getAsLong();
        if (round == 0 || now - began >= FRESH.toNanos()) {
            round++;
            began = now;
            for (Sampled<?> sampled : all) {
                sampled.look(round);
            }
        }
        return new Round(round, began + patience.toNanos() - now);
    }
}
