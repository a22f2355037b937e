package io.orderflow.messaging.web;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The time between the word that the service is not ready any more and the end of its taking requests: so long it
/// goes on as before, so that whoever routes requests to it sees that word first. Each answer asks the client to
/// close its connection, so that none is left to meet a closed socket.
///
/// The first of the phases in which a service stops: after it the web server drains
/// (`WebServerGracefulShutdownLifecycle`, 1024 below), then reactions, work and relay end.
final class Leaving implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

    private final Duration time;
    private volatile boolean running;
    private volatile boolean leaving;

    Leaving(Duration time) {
        this.time = time;
    }

    boolean isLeaving() {
        return leaving;
    }

    @Override
    public void start() {
        running = true;
    }

    /// Spring Boot has refused further traffic by then: readiness says so.
    @Override
    public void stop() {
        leaving = true;
        if (time.isPositive()) {
            LOG.info("leaving: requests are taken for another {}", time);
            try {
                Thread.sleep(time);
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
