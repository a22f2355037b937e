package io.orderflow.faults.wires;

import io.orderflow.faults.Blow;
import io.orderflow.faults.World;
import io.orderflow.faults.running.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One service after the other is heard and hears nothing, or hears and is not heard; by its broker one way, by its
/// database the other.
final class HalfOpen extends WireFault {
    HalfOpen(Wiring wiring) {
        super(
                "half-open",
                "whichever side hears nothing gives the connection up, and what is sent twice has one effect",
                wiring);
    }

    @Override
    public Blow strike(World world) throws Exception {
        remember(new Footprints(world, wires()));
        var broken = new ArrayList<String>();
        long held = 0;
        for (Service service : someServices(world)) {
            Direction silent = world.random().nextBoolean() ? Direction.THERE : Direction.BACK;
            Direction other = silent == Direction.THERE ? Direction.BACK : Direction.THERE;
            long now = halve(world, service, silent, other);
            if (now == 0) {
                broken.add(service.id() + " sent and was sent nothing, so it is not known what it would have done");
            }
            held += now;
            world.say("%s: %s the broker and %s the database were silent, %,d bytes held back"
                    .formatted(service.id(), named(silent), named(other), now));
        }
        world.whole();
        return new Blow.Landed(held, "bytes held back", broken);
    }

    private long halve(World world, Service service, Direction ofBroker, Direction ofDatabase)
            throws InterruptedException {
        Wire broker = wires().of(service, Dependency.BROKER);
        Wire database = wires().of(service, Dependency.DATABASE);
        Counts earlier = broker.counts().plus(database.counts());
        try {
            broker.become(new Condition.Silent(Set.of(ofBroker)));
            database.become(new Condition.Silent(Set.of(ofDatabase)));
            world.pass(span(world));
            return broker.counts().plus(database.counts()).since(earlier).heldBack();
        } finally {
            List.of(broker, database).forEach(wire -> wire.become(new Condition.Whole()));
        }
    }

    private static String named(Direction direction) {
        return switch (direction) {
            case THERE -> "the way to";
            case BACK -> "the way back from";
        };
    }
}
