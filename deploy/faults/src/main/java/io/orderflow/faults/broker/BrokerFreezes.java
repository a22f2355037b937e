package io.orderflow.faults.broker;

import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.running.Processes;
import io.orderflow.faults.running.Signal;
import java.time.Duration;

/// The broker stands still for longer than heartbeats are missed, and goes on as if nothing had been.
public final class BrokerFreezes implements Fault {
    private static final Duration STILL = Duration.ofSeconds(25);

    @Override
    public String name() {
        return "broker-freeze";
    }

    @Override
    public String expected() {
        return "time-outs fire, nothing is lost, and sagas go on soon after it does";
    }

    @Override
    public Blow strike(World world) throws Exception {
        long pid = world.system().brokerPid();
        Processes.send(Signal.STOP, pid);
        boolean frozen;
        try {
            world.pass(STILL);
            frozen = Processes.frozen(pid);
        } finally {
            Processes.send(Signal.CONT, pid);
        }
        world.whole();
        return Blow.landed(frozen ? 1 : 0, "time frozen for " + STILL.toSeconds() + " s");
    }
}
