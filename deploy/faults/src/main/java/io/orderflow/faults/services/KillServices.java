package io.orderflow.faults.services;

import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.running.Processes;
import java.time.Duration;
import java.util.List;

/// Any instance of any service dies at any moment, again and again, while those that died are started
/// again.
public final class KillServices implements Fault {
    private static final int SHORTEST_MILLIS = 2_000;

    @Override
    public String name() {
        return "kill-services";
    }

    @Override
    public String expected() {
        return "every order ends, nothing is lost or done twice, nothing is parked";
    }

    @Override
    public Blow strike(World world) throws Exception {
        Duration span = world.span(Duration.ofSeconds(25), Duration.ofSeconds(60));
        int longest = world.count(5_000, 10_000);
        long end = System.nanoTime() + span.toNanos();
        long kills = 0;
        try (var _ = Keeper.of(world.system())) {
            while (System.nanoTime() < end) {
                List<Long> pids = world.system().pids();
                if (!pids.isEmpty() && Victim.kill(pids.get(world.random().nextInt(pids.size())))) {
                    kills++;
                }
                world.pass(Duration.ofMillis(world.random().nextInt(SHORTEST_MILLIS, longest)));
            }
        }
        world.system().up();
        world.whole();
        return Blow.landed(kills, "processes killed with -9, " + running(world) + " run again");
    }

    private static long running(World world) {
        return world.system().pids().stream().filter(Processes::alive).count();
    }
}
