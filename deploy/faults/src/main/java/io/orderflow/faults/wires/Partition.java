package io.orderflow.faults.wires;

import io.orderflow.faults.Blow;
import io.orderflow.faults.World;
import io.orderflow.faults.running.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One service after the other loses sight of its broker, or of its database: nothing arrives any more, and nothing
/// says so.
final class Partition extends WireFault {
    private final Dependency dependency;

    Partition(Dependency dependency, Wiring wiring) {
        super(
                "partition-" + dependency.id(),
                "time-outs notice the silence, the service tries again until somebody answers, and keeps no connection"
                        + " that is dead",
                wiring);
        this.dependency = dependency;
    }

    @Override
    public Blow strike(World world) throws Exception {
        remember(new Footprints(world, wires()));
        var broken = new ArrayList<String>();
        long partitions = 0;
        for (Service service : someServices(world)) {
            Counts seen = silence(world, wires().of(service, dependency), span(world));
            partitions += seen.heldBack() + seen.stranded() > 0 ? 1 : 0;
            broken.addAll(unnoticed(service, seen, span(world)));
            world.say("%s was cut off from its %s: %,d bytes held back, %d connections led nowhere"
                    .formatted(service.id(), dependency.id(), seen.heldBack(), seen.stranded()));
        }
        world.whole();
        return new Blow.Landed(partitions, "services cut off from their " + dependency.id(), broken);
    }

    private static Counts silence(World world, Wire wire, Duration time) throws InterruptedException {
        Counts earlier = wire.counts();
        try {
            wire.become(Condition.Silent.everywhere());
            world.pass(time);
            return wire.counts().since(earlier);
        } finally {
            wire.become(new Condition.Whole());
        }
    }

    /// Whoever waits for no time-out opens no other connection.
    private List<String> unnoticed(Service service, Counts seen, Duration time) {
        return seen.stranded() > 0 || time.compareTo(Duration.ofSeconds(45)) < 0
                ? List.of()
                : List.of("%s opened no other connection to its %s in %d seconds of silence"
                        .formatted(service.id(), dependency.id(), time.toSeconds()));
    }
}
