package io.orderflow.faults.running;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The running system, two instances of each service: what `deploy/status --env` says of it, and how it is
/// started again.
public final class Orderflow {
    private static final String INSTANCES = "2";

    private static final int TRIES = 3;

    private final Doors doors;
    private final Queue<String> notes = new ConcurrentLinkedQueue<>();
    private volatile Map<String, String> environment = Map.of();

    /// The system behind these doors.
    public Orderflow(Doors doors) {
        this.doors = doors;
    }

    /// Its front doors.
    public Doors doors() {
        return doors;
    }

    /// Starts what does not run and waits until all is healthy. A `deploy/up` that fails is run again, as a
    /// person would, and noted.
    ///
    /// @throws IllegalStateException with what `deploy/up` said, if it failed again and again
    /// @throws InterruptedException  when the suite is told to stop
    public void up() throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Doors.Said up = doors.run("up", "--instances", INSTANCES);
            if (up.exit() == 0) {
                refresh();
                return;
            }
            if (attempt == TRIES) {
                up.orThrow();
            }
            notes.add("deploy/up had to be run again: "
                    + up.output().strip().lines().reduce("", (_, last) -> last));
        }
    }

    /// What a person had to do that should not be necessary, a sentence each; each is told once.
    public List<String> notes() {
        var told = new ArrayList<String>();
        for (String note = notes.poll(); note != null; note = notes.poll()) {
            told.add(note);
        }
        return told;
    }

    /// Starts what does not run, and does not wait for it. Another `deploy/up` that is at work is no error:
    /// it does the same.
    ///
    /// @throws InterruptedException when the suite is told to stop
    public void startMissing() throws InterruptedException {
        doors.run("up", "--instances", INSTANCES, "--no-wait");
        refresh();
    }

    /// Asks again what runs where.
    ///
    /// @throws InterruptedException when the suite is told to stop
    public void refresh() throws InterruptedException {
        environment = doors.run("status", "--env")
                .orThrow()
                .lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }

    /// What `deploy/status --env` said of a key when it was last asked.
    ///
    /// @throws IllegalStateException if it says nothing of it
    public String value(String key) {
        String value = environment.get(key);
        if (value == null) {
            throw new IllegalStateException("deploy/status --env says nothing of " + key);
        }
        return value;
    }

    /// The address of the first instance.
    public String url(Service service) {
        return value(service.name() + "_URL");
    }

    /// The addresses of all instances.
    public List<String> urls(Service service) {
        return list(service.name() + "_URLS").toList();
    }

    /// The processes of a service that ran when [#refresh] or [#up] last asked.
    public List<Long> pids(Service service) {
        return list(service.name() + "_PIDS").map(Long::valueOf).toList();
    }

    /// The processes of all services, likewise.
    public List<Long> pids() {
        return Arrays.stream(Service.values())
                .flatMap(service -> pids(service).stream())
                .toList();
    }

    /// The broker's process, likewise.
    public long brokerPid() {
        return Long.parseLong(value("RABBITMQ_PID"));
    }

    /// PostgreSQL's first process, the postmaster, likewise.
    public long postgresPid() {
        return Long.parseLong(value("POSTGRES_PID"));
    }

    /// Runs `rabbitmqctl` against the system's broker.
    ///
    /// @return what it printed
    /// @throws IllegalStateException with what it said, if it failed
    /// @throws InterruptedException  when the suite is told to stop
    public String rabbitmqctl(String... words) throws InterruptedException {
        return doors.run("rabbitmqctl", words).orThrow();
    }

    private Stream<String> list(String key) {
        return Stream.of(value(key).split(",")).filter(each -> !each.isEmpty());
    }
}
