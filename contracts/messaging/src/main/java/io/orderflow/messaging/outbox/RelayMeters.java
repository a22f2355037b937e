package io.orderflow.messaging.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/// What this instance counts of its relaying: of fresh facts, not of those that are said again.
final class RelayMeters {
    private final Counter published;
    private final Counter refused;
    private final Timer delay;
    private final Clock clock;

    RelayMeters(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        published = Counter.builder("orderflow.facts.published")
                .description("Facts that the broker has confirmed")
                .register(registry);
        refused = Counter.builder("orderflow.publishes.refused")
                .description("Publishes that the broker refused or no queue took; each is tried again")
                .register(registry);
        delay = Timer.builder("orderflow.publish.delay")
                .description("From the saying of a fact to the broker's confirm")
                .register(registry);
    }

    /// Counts for nobody.
    static RelayMeters none() {
        return new RelayMeters(new CompositeMeterRegistry(), Clock.systemUTC());
    }

    /// The broker has answered.
    ///
    /// @param sent    those that some queue has taken
    /// @param setBack those that were refused
    void answered(Collection<OutboxRow> sent, Collection<OutboxRow> setBack) {
        Instant now = clock.instant();
        for (OutboxRow row : sent) { // the two clocks differ: a negative time is none
            delay.record(Math.max(0, now.toEpochMilli() - row.createdAt().toEpochMilli()), TimeUnit.MILLISECONDS);
        }
        published.increment(sent.size());
        refused.increment(setBack.size());
    }
}
