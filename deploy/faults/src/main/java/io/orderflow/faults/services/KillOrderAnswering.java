package io.orderflow.faults.services;

import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.load.Counts;
import io.orderflow.faults.load.Line;
import io.orderflow.faults.load.Shelf;
import io.orderflow.faults.load.Wish;
import io.orderflow.faults.running.Database;
import io.orderflow.faults.running.Orderflow;
import io.orderflow.faults.running.Service;
import java.util.List;

/// An order instance dies after it committed an order and before it answered: the customer does not know,
/// and asks the other instance under the same key.
public final class KillOrderAnswering implements Fault {
    private static final int CUSTOMERS = 60;
    private static final int STOPS = 12;
    private static final int ROUNDS = 5;

    @Override
    public String name() {
        return "kill-order-answering";
    }

    @Override
    public String expected() {
        return "the client asks again with its key and gets the same order";
    }

    @Override
    public Blow strike(World world) throws Exception {
        Counts before = world.load().counts();
        long kills = 0;
        for (int round = 0; round < ROUNDS && remembered(world, before) == 0; round++) {
            int instance = world.random().nextInt(2);
            long pid = world.system().pids(Service.ORDER).get(instance);
            for (int i = 0; i < CUSTOMERS; i++) {
                var _ = world.load().order(Wish.plain(new Line(Shelf.PLENTY.getFirst(), 1)), instance);
            }
            boolean killed = new Moment(world).kill(pid, STOPS, () -> committed(world) > 0);
            kills += killed ? 1 : 0;
            world.system().up();
        }
        world.whole();
        return Blow.landed(
                remembered(world, before),
                "retries answered with an order that a killed instance had committed (" + kills + " kills)");
    }

    private static long remembered(World world, Counts before) {
        return world.load().counts().since(before).remembered();
    }

    /// How many orders are there of which nobody has been told yet.
    private static long committed(World world) {
        List<String> open = List.copyOf(world.load().open());
        Orderflow system = world.system();
        return Database.of(system, Service.ORDER)
                .number("select count(*) from idempotency_key where key = any(?)", (Object)
                        open.toArray(String[]::new));
    }
}
