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
        var footprints = new Footprints(world, wires());
        var before = footprints.take();
        Counts earlier = wires().counts();
        try {
            wires().become(new Condition.Slow(LEAST, MOST, world.random().nextLong()));
            world.pass(span(world));
        } finally {
            wires().become(new Condition.Whole());
        }
        world.whole();
        long delayed = wires().counts().since(earlier).delayed();
        return new Blow.Landed(delayed, "bytes delayed", leaks(world, footprints, before));
    }
}
