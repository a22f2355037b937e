package io.orderflow.messaging.loop;

import io.orderflow.messaging.broker.Broker;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// A thread of its own that does something again and again for as long as the service runs. What a turn throws is
/// logged once for each new reason, and the next turn comes after a back-off; nothing but the end of the service ends
/// the loop.
public abstract class Loop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    /// When loops stop: after the web server, and before the relay, which ends at phase 0.
    public static final int PHASE = 2000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    private volatile boolean running;
    private Thread thread = new Thread();

    /// A loop whose thread has this name.
    protected Loop(String name) {
        this.name = name;
    }

    /// One turn; it may take long and must answer to an interrupt.
    ///
    /// @throws Exception when the turn failed
    protected abstract void turn() throws Exception;

    /// Interrupts the loop where it waits. The default interrupts the thread.
    protected void wakeToStop(Thread sleeper) {
        sleeper.interrupt();
    }

    /// What is left to do when the loop has ended.
    protected void ended() {}

    /// A turn failed: the place to tell others.
    protected void failed(Exception why) {
        LOG.warn("{}: {}; going on", name, Broker.reason(why));
        LOG.debug("{}", name, why);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon(false).start(this::run);
    }

    private void run() {
        int failures = 0;
        String lastReason = "";
        while (running) {
            try {
                turn();
                failures = 0;
                lastReason = "";
            } catch (InterruptedException stopping) {
                continue;
            } catch (Exception why) {
                if (!running) {
                    break;
                }
                failures++;
                String reason = Broker.reason(why);
                if (!reason.equals(lastReason)) {
                    failed(why);
                    lastReason = reason;
                }
                sleep(backoff.after(failures));
            }
        }
        ended();
    }

    private void sleep(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        wakeToStop(thread);
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Started before the web server, and stopped after it has drained: what the last requests asked for is begun.
    @Override
    public int getPhase() {
        return PHASE;
    }
}
