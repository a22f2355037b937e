package io.orderflow.messaging.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

/// What this instance counts of its hearing.
final class HearingMeters {
    private final Counter reacted;
    private final Counter heardBefore;
    private final Counter retried;
    private final Counter parked;
    private final Counter oneByOne;
    private final DistributionSummary sizes;

    HearingMeters(MeterRegistry registry) {
        reacted = outcome(registry, "reacted");
        heardBefore = outcome(registry, "heard-before");
        retried = outcome(registry, "retried");
        parked = outcome(registry, "parked");
        oneByOne = Counter.builder("orderflow.batches.one.by.one")
                .description("Batches that failed and were run again message by message")
                .register(registry);
        sizes = DistributionSummary.builder("orderflow.batch.size")
                .description("Messages that were reacted to in one transaction")
                .baseUnit("messages")
                .register(registry);
    }

    /// Counts for nobody.
    static HearingMeters none() {
        return new HearingMeters(new CompositeMeterRegistry());
    }

    private static Counter outcome(MeterRegistry registry, String outcome) {
        return Counter.builder("orderflow.messages")
                .description("Messages that were settled, by what came of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    /// A transaction has committed.
    ///
    /// @param fresh  how many messages were reacted to
    /// @param before how many had been heard before
    void committed(int fresh, int before) {
        sizes.record(fresh + before);
        if (fresh > 0) {
            reacted.increment(fresh);
        }
        if (before > 0) {
            heardBefore.increment(before);
        }
    }

    void retried() {
        retried.increment();
    }

    void parked() {
        parked.increment();
    }

    void oneByOne() {
        oneByOne.increment();
    }
}
