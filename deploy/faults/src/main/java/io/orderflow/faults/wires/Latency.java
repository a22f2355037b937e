package io.orderflow.faults.wires;

import io.orderflow.faults.Blow;
import io.orderflow.faults.World;
import java.time.Duration;

/// Everything takes its time on every wire.
final class Latency extends WireFault {
    private static final Duration LEAST = Duration.ofMillis(50);
    private static final Duration MOST = Duration.ofMillis(200);

    Latency(Wiring wiring) {
        super("latency", "orders take longer, and all of them end", wiring);
    }

    @Override
    public Blow strike(World world) throws Exception {
        remember(new Footprints(world, wires()));
        Counts earlier = wires().counts();
        try {
            wires().become(new Condition.Slow(LEAST, MOST, world.random().nextLong()));
            world.pass(span(world));
        } finally {
            wires().become(new Condition.Whole());
        }
        world.whole();
        long delayed = wires().counts().since(earlier).delayed();
        return Blow.landed(delayed, "bytes delayed");
    }
}
