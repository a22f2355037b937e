package io.orderflow.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// `deploy/down`: ends what `up` started and nothing else.
final class Down {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final State state;
    private final Progress progress;

    Down(State state, Progress progress) {
        this.state = state;
        this.progress = progress;
    }

    void run(boolean purge) {
        if (!state.exists()) {
            progress.print("Nothing runs.\n");
            return;
        }
        try (var _ = state.lock()) {
            boolean ended = state.plan().map(this::end).orElse(false);
            state.forgetDetours();
            if (!ended) {
                progress.print("Nothing runs.\n");
            }
            if (purge) {
                state.postgresHome().ifPresent(PostgresHome::delete);
                PostgresHome.delete(state.folder());
                progress.print("The data is forgotten.\n");
            }
        } catch (IOException unlocking) {
            throw new UncheckedIOException(unlocking);
        }
    }

    private boolean end(Plan plan) {
        boolean services = endServices();
        var broker = new Broker(state, plan);
        boolean node = broker.running().isPresent();
        broker.stop();
        if (node) {
            progress.say("RabbitMQ has ended");
        }
        var postgres = new Postgres(state, plan);
        boolean database = postgres.running().isPresent();
        postgres.stop();
        if (database) {
            progress.say("PostgreSQL has ended");
        }
        return services || node || database;
    }

    private boolean endServices() {
        var services = new ArrayList<>(state.pids().running().entrySet());
        services.removeIf(entry -> !isService(entry.getKey()));
        services.forEach(entry -> entry.getValue().terminate());
        long end = System.nanoTime() + GRACE.toNanos();
        services.forEach(entry -> {
            var left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            boolean ofItself = ServiceProcess.end(entry.getValue(), left);
            progress.say(entry.getKey() + (ofItself ? " has ended" : " did not end in time and was killed"));
        });
        services.forEach(entry -> state.pids().forget(entry.getKey()));
        return !services.isEmpty();
    }

    private static boolean isService(String name) {
        return List.of(Service.values()).stream().anyMatch(service -> name.startsWith(service.id() + "-"));
    }
}
