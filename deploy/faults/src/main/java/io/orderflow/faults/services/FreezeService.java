package io.orderflow.faults.services;

import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.running.Processes;
import io.orderflow.faults.running.Service;
import io.orderflow.faults.running.Signal;
import java.time.Duration;

/// One instance of each service in turn stands still for a while, holding whatever it holds, and then goes
/// on as if nothing had been.
public final class FreezeService implements Fault {
    @Override
    public String name() {
        return "freeze-service";
    }

    @Override
    public String expected() {
        return "the other instance takes over, and the one that wakes up changes nothing";
    }

    @Override
    public Blow strike(World world) throws Exception {
        long frozen = 0;
        for (Service service : Service.values()) {
            var pids = world.system().pids(service);
            long pid = pids.get(world.random().nextInt(pids.size()));
            Processes.send(Signal.STOP, pid);
            try {
                world.pass(world.span(Duration.ofSeconds(20), Duration.ofSeconds(60)));
                if (Processes.frozen(pid)) {
                    frozen++;
                }
            } finally {
                Processes.send(Signal.CONT, pid);
            }
            world.say(service.id() + " " + pid + " was frozen and goes on");
        }
        world.whole();
        return Blow.landed(frozen, "processes frozen");
    }
}
