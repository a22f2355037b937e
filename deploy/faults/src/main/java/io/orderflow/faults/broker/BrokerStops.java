package io.orderflow.faults.broker;

import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.running.Amqp;
import java.time.Duration;

/// The broker stops inside its process, as `rabbitmqctl stop_app` does, and starts again.
public final class BrokerStops implements Fault {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "broker-stop-app";
    }

    @Override
    public String expected() {
        return "nothing is lost, and sagas go on soon after it is back";
    }

    @Override
    public Blow strike(World world) throws Exception {
        int stops = 0;
        for (int round = 0; round < world.count(1, 3); round++) {
            world.system().rabbitmqctl("stop_app");
            try {
                stops += Amqp.answers(world.system()) ? 0 : 1;
                world.pass(Duration.ofSeconds(5));
            } finally {
                world.system().rabbitmqctl("start_app");
            }
            world.await(BACK_WITHIN, () -> Amqp.answers(world.system()));
            world.whole();
        }
        return Blow.landed(stops, "times nobody answered after stop_app");
    }
}
