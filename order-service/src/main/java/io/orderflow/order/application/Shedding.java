package io.orderflow.order.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.messaging.outbox.Backlog;
import io.orderflow.messaging.outbox.Backlogs;
import io.orderflow.order.domain.Capacity;
import io.orderflow.order.domain.Limit;
import io.orderflow.order.domain.Load;
import io.orderflow.order.gateways.OpenOrders;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Refuses new orders while too much is under way, so that what was accepted is brought to its end.
///
/// How much it is, is looked at beside the requests, at most once a second and only while orders come in; no request
/// waits for it.
@Component
public class Shedding {
    private static final Logger LOG = LoggerFactory.getLogger(Shedding.class);
    private static final Duration FRESH = Duration.ofSeconds(1);
    /// After so long without an order, what was seen before says nothing any more.
    private static final Duration OUTDATED = Duration.ofSeconds(10);

    private static final int SOONEST = 3;
    private static final int LATEST = 8;

    private final Backlogs backlogs;
    private final OpenOrders openOrders;
    private final Capacity capacity;
    private final Map<Limit, Counter> shed = new EnumMap<>(Limit.class);
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long began = System.nanoTime() - OUTDATED.toNanos();
    private volatile Set<Limit> exceeded = Set.of();

    Shedding(Backlogs backlogs, OpenOrders openOrders, Capacity capacity, MeterRegistry meters) {
        this.backlogs = backlogs;
        this.openOrders = openOrders;
        this.capacity = capacity;
        for (Limit limit : Limit.values()) {
            shed.put(
                    limit,
                    Counter.builder("orderflow.orders.shed")
                            .description("Orders that were refused because too much is under way, by limit")
                            .tag("limit", limit.setting())
                            .register(meters));
        }
    }

    /// Lets a new order pass.
    ///
    /// @throws Overloaded if there is no room for it
    public void admit() {
        long sinceLook = System.nanoTime() - began;
        if (sinceLook >= FRESH.toNanos() && looking.compareAndSet(false, true)) {
            if (sinceLook >= OUTDATED.toNanos()) {
                exceeded = Set.of();
            }
            began = System.nanoTime();
            Thread.ofVirtual().name("shedding").start(this::look);
        }
        Set<Limit> now = exceeded;
        if (!now.isEmpty()) {
            Objects.requireNonNull(shed.get(now.iterator().next())).increment();
            // Not all at one time: those who were refused together had better not come back together.
            throw new Overloaded(ThreadLocalRandom.current().nextInt(SOONEST, LATEST + 1));
        }
    }

    private void look() {
        try {
            Backlog outbox = backlogs.now();
            var load = new Load(outbox.facts(), outbox.behind(), openOrders.count());
            Set<Limit> before = exceeded;
            Set<Limit> now = capacity.exceeded(load, before);
            exceeded = now;
            tell(before, now, load);
        } catch (RuntimeException unknown) { // what was known last holds
            LOG.debug("how much is under way is not known", unknown);
        } finally {
            looking.set(false);
        }
    }

    private static void tell(Set<Limit> before, Set<Limit> now, Load load) {
        if (before.isEmpty() && !now.isEmpty()) {
            LOG.warn(
                    "new orders are refused: over {}: {}",
                    now.stream().map(Limit::setting).toList(),
                    load);
        } else if (!before.isEmpty() && now.isEmpty()) {
            LOG.info("new orders are accepted again: {}", load);
        }
    }
}
