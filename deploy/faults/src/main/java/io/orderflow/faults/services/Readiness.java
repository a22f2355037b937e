package io.orderflow.faults.services;

import io.orderflow.faults.running.Http;
import io.orderflow.faults.running.Orderflow;
import io.orderflow.faults.running.Service;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/// A router as there is one in front of any service: sends only to order instances that say that they are ready. One
/// that says no, or takes no connection, is left out at once; one that is slow to answer, when its word is old.
final class Readiness implements AutoCloseable {
    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long LOOK_MILLIS = 250;

    private final Http http = new Http(Duration.ofMillis(900));
    private static final long NEVER = Long.MIN_VALUE;

    /// When each was ready last, of [System#nanoTime].
    private final AtomicLongArray readyAt;

    /// 1 for each that is not ready by its own word.
    private final AtomicIntegerArray away;
    private final List<Thread> lookouts;

    private Readiness(Orderflow system) {
        List<String> urls = system.urls(Service.ORDER);
        this.readyAt = new AtomicLongArray(urls.size());
        this.away = new AtomicIntegerArray(urls.size());
        for (int i = 0; i < urls.size(); i++) {
            readyAt.set(i, NEVER);
        }
        this.lookouts = IntStream.range(0, urls.size())
                .mapToObj(i -> Thread.ofVirtual().unstarted(() -> look(i, urls.get(i))))
                .toList();
    }

    static Readiness of(Orderflow system) {
        var readiness = new Readiness(system);
        readiness.lookouts.forEach(Thread::start);
        return readiness;
    }

    /// True if the instance is ready, as far as one knows.
    boolean isReady(int instance) {
        long at = readyAt.get(instance);
        return away.get(instance) == 0 && at != NEVER && System.nanoTime() - at < FRESH_NANOS;
    }

    /// The wished instance if it is ready, else another that is; if none is known to be, the one that was last.
    int route(int wished) {
        int count = readyAt.length();
        return IntStream.range(0, count)
                .map(i -> Math.floorMod(wished + i, count))
                .filter(this::isReady)
                .findFirst()
                .orElseGet(() -> IntStream.range(0, count)
                        .boxed()
                        .max(Comparator.comparingLong(readyAt::get))
                        .orElse(wished));
    }

    @Override
    public void close() {
        lookouts.forEach(Thread::interrupt);
    }

    private void look(int instance, String url) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long asked = System.nanoTime();
                Http.Answer answer = http.send("GET", url + "/actuator/health/readiness", null, Map.of());
                if (answer.isFine()) {
                    readyAt.set(instance, asked);
                    away.set(instance, 0);
                } else if (answer.status() != 0 || answer.isNobodyThere()) {
                    away.set(instance, 1);
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
