package io.orderflow.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `deploy/up`: starts what does not run yet, waits until all is healthy, lists the demo catalogue, prints where
/// everything is. What runs is left alone.
final class Up {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final State state;
    private final Progress progress;
    private final Http http = new Http();

    Up(State state, Progress progress) {
        this.state = state;
        this.progress = progress;
    }

    /// Starts what is missing.
    ///
    /// @param offset    the port offset that is asked for
    /// @param instances the number of instances that is asked for
    /// @param detours   for the services that are started; none to keep those of the last time
    /// @param waits     whether to wait until all is healthy; if not, only broker and databases are waited for
    void run(Optional<String> offset, OptionalInt instances, Optional<Detours> detours, boolean waits) {
        state.create();
        try (var _ = state.lock()) {
            Plan plan = plan(offset, instances);
            var broker = new Broker(state, plan);
            var postgres = new Postgres(state, plan);
            endOutdated(Fleet.of(state, plan));
            List<ServiceProcess> missing = Fleet.of(state, plan).stream()
                    .filter(process -> process.running().isEmpty())
                    .toList();
            refuseTakenPorts(plan, broker, postgres, missing);
            state.keep(plan);
            detours.ifPresent(state::keep);
            startPostgres(postgres);
            startBroker(broker);
            missing.forEach(process -> {
                process.start();
                progress.say(process.name() + " is starting");
            });
            if (!waits) {
                return;
            }
            awaitHealth(Fleet.of(state, plan));
            new Catalogue(plan, state.secrets(), http).list(progress);
            progress.print(Overview.of(state, plan));
        } catch (IOException unlocking) {
            throw new UncheckedIOException(unlocking);
        }
    }

    private Plan plan(Optional<String> offset, OptionalInt instances) {
        Optional<Plan> kept = state.plan();
        boolean runs = !state.pids().running().isEmpty()
                || kept.flatMap(plan -> new Broker(state, plan).running()).isPresent();
        return Planning.decide(kept, runs, offset, instances);
    }

    private void endOutdated(List<ServiceProcess> fleet) {
        List<ServiceProcess> outdated =
                fleet.stream().filter(ServiceProcess::outdated).toList();
        outdated.forEach(process -> {
            progress.say(process.name() + " runs an older build and is ended");
            process.running().ifPresent(ProcessIdentity::terminate);
        });
        outdated.forEach(process -> process.running().ifPresent(running -> ServiceProcess.end(running, GRACE)));
    }

    private static void refuseTakenPorts(Plan plan, Broker broker, Postgres postgres, List<ServiceProcess> missing) {
        var needed = new ArrayList<Plan.Port>();
        if (broker.running().isEmpty()) {
            needed.addAll(plan.brokerPorts());
        }
        if (postgres.running().isEmpty()) {
            needed.add(plan.postgresPort());
        }
        missing.forEach(process -> needed.add(plan.httpPort(process.service(), process.instance())));
        needed.stream().filter(port -> !port.free()).findFirst().ifPresent(port -> {
            throw new Refused("Port " + port.number() + " for " + port.purpose() + " is taken by another program:"
                    + " end that, or shift all ports with ORDERFLOW_PORT_OFFSET, for example 1000.");
        });
    }

    private void startPostgres(Postgres postgres) {
        if (postgres.running().isPresent()) {
            progress.say("PostgreSQL runs already");
            return;
        }
        progress.say("PostgreSQL is starting");
        postgres.start(progress);
        new Databases(postgres, state.secrets()).prepare();
        progress.say("PostgreSQL runs, one database for each service");
    }

    private void startBroker(Broker broker) {
        var running = broker.running();
        if (running.isPresent()) {
            boolean news = broker.refresh(running.get());
            progress.say(
                    "RabbitMQ runs already" + (news ? ", and has learned the queues and bindings that are new" : ""));
            return;
        }
        progress.say("RabbitMQ is starting");
        broker.start();
        progress.say("RabbitMQ runs, with all queues and users");
    }

    private void awaitHealth(List<ServiceProcess> fleet) {
        var waiting = new ArrayList<>(fleet);
        boolean all = Waiting.until(PATIENCE, () -> {
            waiting.removeIf(process -> {
                if (process.healthy(http)) {
                    progress.say(process.name() + " is healthy at " + process.url());
                    return true;
                }
                if (process.running().isEmpty()) {
                    throw new Refused(process.name() + " has ended: " + process.reason());
                }
                return false;
            });
            return waiting.isEmpty();
        });
        if (!all) {
            ServiceProcess first = waiting.getFirst();
            throw new Refused(
                    first.name() + " is not healthy after " + PATIENCE.toMinutes() + " minutes: " + first.reason());
        }
    }
}
