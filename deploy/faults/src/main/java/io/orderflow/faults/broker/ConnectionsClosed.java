package io.orderflow.faults.broker;

import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.running.Management;
import java.time.Duration;

/// The broker closes all connections of the services, several times.
public final class ConnectionsClosed implements Fault {
    private static final Duration FIGURES = Duration.ofSeconds(8);

    @Override
    public String name() {
        return "broker-connections-closed";
    }

    @Override
    public String expected() {
        return "each is opened again by its owner, nothing is lost";
    }

    @Override
    public Blow strike(World world) throws Exception {
        var management = new Management(world.system());
        long closed = 0;
        for (int round = 0; round < world.count(2, 5); round++) {
            for (String connection : management.connections()) {
                closed += management.close(connection) ? 1 : 0;
            }
            world.whole();
            world.pass(FIGURES);
        }
        return Blow.landed(closed, "connections closed");
    }
}
