package io.orderflow.faults.broker;

import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.Raising;
import io.orderflow.faults.World;
import io.orderflow.faults.running.Amqp;
import io.orderflow.faults.running.Processes;
import io.orderflow.faults.running.Signal;
import java.time.Duration;

/// The broker's process ends, and is started again a little later.
public final class BrokerEnds implements Fault {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);
    private static final Duration AWAY = Duration.ofSeconds(5);

    private final String name;
    private final Signal signal;

    private BrokerEnds(String name, Signal signal) {
        this.name = name;
        this.signal = signal;
    }

    /// Without warning.
    public static Fault killed() {
        return new BrokerEnds("broker-kill", Signal.KILL);
    }

    /// In order.
    public static Fault restarted() {
        return new BrokerEnds("broker-restart", Signal.TERM);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String expected() {
        return "nothing is lost, orders are accepted meanwhile, and sagas go on soon after it is back";
    }

    @Override
    public Blow strike(World world) throws Exception {
        int ended = 0;
        for (int round = 0; round < world.count(1, 3); round++) {
            long pid = world.system().brokerPid();
            Processes.send(signal, pid);
            if (world.await(ENDS_WITHIN, () -> !Processes.alive(pid))) {
                ended++;
            }
            world.pass(AWAY);
            Raising.up(world, () -> Amqp.answers(world.system()));
        }
        return Blow.landed(ended, "times the broker's process ended by SIG" + signal);
    }
}
