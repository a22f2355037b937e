package io.orderflow.faults.wires;

import io.orderflow.faults.Blow;
import io.orderflow.faults.World;
import java.time.Duration;

/// All connections of all services get an RST, again and again.
final class WiresReset extends WireFault {
    private static final long LEAST_MILLIS = 2000;
    private static final long MOST_MILLIS = 6000;

    WiresReset(Wiring wiring) {
        super("wires-reset", "every service connects again each time, and nothing is lost or done twice", wiring);
    }

    @Override
    public Blow strike(World world) throws Exception {
        remember(new Footprints(world, wires()));
        Counts earlier = wires().counts();
        long end = System.nanoTime()
                + world.span(Duration.ofSeconds(15), Duration.ofSeconds(30)).toNanos();
        while (System.nanoTime() - end < 0) {
            wires().all().forEach(Wire::cut);
            world.pass(Duration.ofMillis(world.random().nextLong(LEAST_MILLIS, MOST_MILLIS)));
        }
        world.whole();
        long resets = wires().counts().since(earlier).resets();
        return Blow.landed(resets, "connections reset");
    }
}
