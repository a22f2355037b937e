package io.orderflow.faults.services;

import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.load.Counts;
import io.orderflow.faults.running.Processes;
import io.orderflow.faults.running.Service;
import io.orderflow.faults.running.Signal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Every instance is asked to end and started again, one after the other, as a new version is rolled out.
public final class RollingRestart implements Fault {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(45);

    @Override
    public String name() {
        return "rolling-restart";
    }

    @Override
    public String expected() {
        return "no error to clients whose router asks for readiness";
    }

    @Override
    public Blow strike(World world) throws Exception {
        List<Service> services = List.of(Service.values()).subList(0, world.count(2, Service.values().length));
        Counts before = world.load().counts();
        int restarts = 0;
        int killed = 0;
        try (var readiness = Readiness.of(world.system())) {
            world.await(Duration.ofSeconds(10), () -> readiness.isReady(0) && readiness.isReady(1));
            world.load().route(readiness::route);
            for (Service service : services) {
                for (long pid : world.system().pids(service)) {
                    Processes.send(Signal.TERM, pid);
                    if (world.await(ENDS_WITHIN, () -> !Processes.alive(pid))) {
                        restarts++;
                    } else {
                        killed += Victim.kill(pid) ? 1 : 0;
                    }
                    world.system().up();
                }
            }
            world.whole();
            long errors = world.load().counts().since(before).retried();
            world.say(restarts + " restarts, " + errors + " errors to clients");
            return new Blow.Landed(
                    restarts,
                    "instances ended in order and started again, " + errors + " errors to clients",
                    broken(errors, killed));
        }
    }

    private static List<String> broken(long errors, int killed) {
        return Stream.of(
                        errors > 0 ? errors + " errors to clients" : "",
                        killed > 0 ? killed + " instances did not end within " + ENDS_WITHIN.toSeconds() + " s" : "")
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }
}
