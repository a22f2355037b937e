package io.orderflow.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// All instances of a service, stopped where they stand until this is closed: as a machine that hangs.
final class Frozen implements AutoCloseable {
    private final State state;
    private final List<ProcessIdentity> processes;

    private Frozen(State state, List<ProcessIdentity> processes) {
        this.state = state;
        this.processes = processes;
    }

    static Frozen of(State state, Service service) {
        List<ProcessIdentity> processes = state.pids().running().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(service.id() + "-"))
                .map(Map.Entry::getValue)
                .toList();
        var frozen = new Frozen(state, processes);
        Runtime.getRuntime().addShutdownHook(new Thread(frozen::close)); // whatever ends the demo
        frozen.signal("-STOP");
        return frozen;
    }

    @Override
    public void close() {
        signal("-CONT");
    }

    private void signal(String signal) {
        for (ProcessIdentity process : processes) {
            if (process.alive()) {
                Command.run(
                        state.folder(), Duration.ofSeconds(5), List.of("kill", signal, Long.toString(process.pid())));
            }
        }
    }
}
