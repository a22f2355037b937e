package io.orderflow.faults;

import io.orderflow.faults.running.Doors;
import io.orderflow.faults.running.Orderflow;
import io.orderflow.faults.running.Processes;
import io.orderflow.faults.running.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// A system of the suite's own, in a folder of its own, that is gone when the suite is.
final class Stage implements AutoCloseable {
    /// The auditor looks again soon at what it found while something was broken.
    private static final Map<String, String> SETTINGS = Map.of(
            "ORDERFLOW_ANALYTICS_AUDIT_QUIET", "20s",
            "ORDERFLOW_ANALYTICS_AUDIT_RECHECK", "10s",
            "ORDERFLOW_ANALYTICS_AUDIT_STOCK_EVERY", "20s");

    private static final int AMQP = 5672;

    private final Doors doors;
    private final Orderflow system;
    private final AtomicBoolean cleared = new AtomicBoolean();

    private Stage(Doors doors) {
        this.doors = doors;
        this.system = new Orderflow(doors);
    }

    /// A stage on which nothing runs yet.
    static Stage in(Path root) {
        try {
            var doors = new Doors(root, Files.createTempDirectory("orderflow-faults-"));
            doors.environment().putAll(SETTINGS);
            return new Stage(doors);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Doors doors() {
        return doors;
    }

    Orderflow system() {
        return system;
    }

    /// Starts everything. From then on the ports stay what they are, even when all is killed.
    void open() throws InterruptedException {
        system.up();
        int offset = Integer.parseInt(system.value("AMQP_PORT")) - AMQP;
        doors.environment().put("ORDERFLOW_PORT_OFFSET", Integer.toString(offset));
    }

    /// Ends everything that was started, and forgets it. The second call does nothing.
    @Override
    public void close() {
        if (cleared.getAndSet(true)) {
            return;
        }
        try {
            goOn();
            Doors.Said down = doors.down();
            if (down.exit() != 0) {
                System.err.println(down.output());
                return;
            }
            delete();
        } catch (InterruptedException twice) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whoever is frozen cannot end in order.
    private void goOn() {
        try {
            system.pids().forEach(pid -> Processes.send(Signal.CONT, pid));
            Processes.send(Signal.CONT, system.brokerPid());
            Processes.send(Signal.CONT, system.postgresPid());
        } catch (IllegalStateException | NumberFormatException notStarted) {
            return; // nothing to end, or nothing to end in order
        }
    }

    private void delete() {
        if (!Files.exists(doors.state())) {
            return;
        }
        try (var files = Files.walk(doors.state())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
