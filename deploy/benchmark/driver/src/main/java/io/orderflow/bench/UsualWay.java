package io.orderflow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The saga as tutorials build it, on the broker and the PostgreSQL server that Orderflow has left: with its
/// own virtual host and databases, after Orderflow's were dropped, so that it has both to itself.
final class UsualWay implements AutoCloseable {
    private static final String VHOST = "usual-way";
    private static final String ROLE = "usual_way";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path root;
    private final Path logs;
    private final Map<String, Process> processes = new ConcurrentHashMap<>();
    private final Map<String, String> urls = new LinkedHashMap<>();
    private final String password = UUID.randomUUID().toString();
    private boolean closed;

    UsualWay(Path root, Path logs) {
        this.root = root;
        this.logs = logs;
    }

    /// Ends Orderflow's six services, starts the other six with the same virtual machine and its options,
    /// and waits until all are healthy.
    Subject start(Subject orderflow) {
        List<String> machine = JvmOptions.of(orderflow.pid("order"));
        Subject.SERVICES.forEach(service -> end(orderflow.pid(service)));
        Room.make(orderflow, VHOST, ROLE, password);
        String amqp = orderflow.amqp().replaceFirst("/[^/]*$", "/" + VHOST);
        var databases = new LinkedHashMap<String, String>();
        var pids = new LinkedHashMap<String, Long>();
        for (String service : Subject.SERVICES) {
            databases.put(service, "usual_" + service);
            Process process = start(machine, service, orderflow.server().address("usual_" + service), amqp);
            pids.put(service, process.pid());
        }
        for (String other : List.of("PostgreSQL", "RabbitMQ", "driver")) {
            pids.put(other, orderflow.pid(other));
        }
        processes.forEach(this::awaitHealth);
        return new Subject(
                "The usual way",
                URI.create(url("order")),
                new Management(url("inventory"), "operator", "none"),
                amqp,
                VHOST,
                orderflow.broker(),
                orderflow.server(),
                databases,
                pids);
    }

    @Override
    public synchronized void close() {
        closed = true;
        processes.values().forEach(Process::destroy);
        for (Process process : processes.values()) {
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException interrupted) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        processes.clear();
    }

    private synchronized Process start(List<String> machine, String service, String database, String amqp) {
        if (closed) {
            throw new Refused("Interrupted.");
        }
        int port = freePort();
        urls.put(service, "http://127.0.0.1:" + port);
        var words = new ArrayList<>(machine);
        words.add(
                root.resolve("deploy/benchmark/usual-way/target/usual-way.jar").toString());
        words.add("--service=" + service);
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve("usual-" + service + ".log").toFile());
        Map<String, String> settings = builder.environment();
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("SERVER_PORT", Integer.toString(port));
        settings.put("SPRING_DATASOURCE_URL", database);
        settings.put("SPRING_DATASOURCE_USERNAME", ROLE);
        settings.put("SPRING_DATASOURCE_PASSWORD", password);
        settings.put("SPRING_RABBITMQ_ADDRESSES", amqp);
        try {
            Process process = builder.start();
            processes.put(service, process);
            return process;
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    private void awaitHealth(String service, Process process) {
        var health = new Management(url(service), "nobody", "none");
        boolean healthy = Threads.until(PATIENCE, Duration.ofMillis(200), () -> {
            if (!process.isAlive()) {
                throw new Refused("The usual way's " + service + " has ended: see " + logs);
            }
            return health.send("GET", "/actuator/health", "") == 200;
        });
        if (!healthy) {
            throw new Refused("The usual way's " + service + " is not healthy: see " + logs);
        }
    }

    private String url(String service) {
        return urls.getOrDefault(service, "");
    }

    private static void end(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroy();
            if (!Threads.until(Duration.ofSeconds(30), Duration.ofMillis(50), () -> !process.isAlive())) {
                process.destroyForcibly();
            }
        });
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
