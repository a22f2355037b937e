package io.orderflow.faults.services;

import io.orderflow.faults.running.Http;
import io.orderflow.faults.running.Orderflow;
import io.orderflow.faults.running.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/// A router as there is one in front of any service: sends only to order instances that said within the
/// last second that they are ready.
final class Readiness implements AutoCloseable {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LOOK_MILLIS = 250;

    private final Http http = new Http(Duration.ofMillis(900));
    private final AtomicLongArray readyAt;
    private final List<Thread> lookouts;

    private Readiness(Orderflow system) {
        List<String> urls = system.urls(Service.ORDER);
        this.readyAt = new AtomicLongArray(urls.size());
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
        return at != 0 && System.nanoTime() - at < FRESH_NANOS;
    }

    /// The wished instance if it is ready, else another that is; the wished one if none is.
    int route(int wished) {
        int count = readyAt.length();
        return IntStream.range(0, count)
                .map(i -> Math.floorMod(wished + i, count))
                .filter(this::isReady)
                .findFirst()
                .orElse(wished);
    }

    @Override
    public void close() {
        lookouts.forEach(Thread::interrupt);
    }

    private void look(int instance, String url) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long asked = System.nanoTime();
                boolean ready = http.send("GET", url + "/actuator/health/readiness", null, Map.of())
                        .isFine();
                readyAt.set(instance, ready ? asked : 0);
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
