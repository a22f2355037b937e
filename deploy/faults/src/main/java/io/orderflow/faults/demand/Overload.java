package io.orderflow.faults.demand;

import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.load.Counts;
import io.orderflow.faults.load.Mix;
import io.orderflow.faults.running.Database;
import io.orderflow.faults.running.Processes;
import io.orderflow.faults.running.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Far more orders come than can be carried.
public final class Overload implements Fault {
    private static final double TIMES = 20;
    private static final long MOST_MEBIBYTES = 1_024;
    private static final Duration STEP = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public String expected() {
        return "answers slow down or are refused with 503, memory stays bounded, the backlog drains";
    }

    @Override
    public Blow strike(World world) throws Exception {
        List<Long> pids = world.system().pids();
        var orders = Database.of(world.system(), Service.ORDER);
        Counts before = world.load().counts();
        Duration span = world.span(Duration.ofSeconds(20), Duration.ofSeconds(90));
        long end = System.nanoTime() + span.toNanos();
        long most = 0;
        world.load().become(Mix.PLAIN, TIMES);
        while (System.nanoTime() < end) {
            world.pass(STEP);
            most = Math.max(
                    most,
                    pids.stream().mapToLong(Processes::residentMebibytes).max().orElse(0));
        }
        world.load().usual();
        Counts during = world.load().counts().since(before);
        long waiting = orders.number("select count(*) from orders where status in ('PENDING', 'PAID', 'CONFIRMED')")
                + world.load().open().size();
        world.whole();
        var broken = new ArrayList<String>();
        if (most > MOST_MEBIBYTES) {
            broken.add("a service has grown to " + most + " MiB");
        }
        long gone = pids.stream().filter(pid -> !Processes.alive(pid)).count();
        if (gone > 0) {
            broken.add(gone + " services have ended");
        }
        return new Blow.Landed(
                waiting,
                "orders waiting at the end of %d s with %d orders asked for (%.0f a second); largest service %d MiB"
                        .formatted(span.toSeconds(), during.asked(), during.asked() / (double) span.toSeconds(), most),
                broken);
    }
}
