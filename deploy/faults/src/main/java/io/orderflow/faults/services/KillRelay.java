package io.orderflow.faults.services;

import com.rabbitmq.client.Delivery;
import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.messages.Ear;
import io.orderflow.faults.running.Database;
import io.orderflow.faults.running.Service;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// An instance dies after its relay published and before it took note of that: what it said is said again.
public final class KillRelay implements Fault {
    private static final List<Service> SPEAKERS =
            List.of(Service.ORDER, Service.PAYMENT, Service.INVENTORY, Service.SHIPPING, Service.NOTIFICATION);
    private static final int STOPS = 60;
    private static final int ROUNDS = 12;

    @Override
    public String name() {
        return "kill-relay";
    }

    @Override
    public String expected() {
        return "events come twice, and are absorbed";
    }

    @Override
    public Blow strike(World world) throws Exception {
        Set<String> heard = ConcurrentHashMap.newKeySet();
        var twice = new AtomicLong();
        int kills = 0;
        try (var _ = Ear.listen(world.system(), event -> note(event, heard, twice))) {
            int wanted = world.count(2, 6);
            for (int round = 0; round < ROUNDS && (kills < wanted || twice.get() == 0); round++) {
                Service service = SPEAKERS.get(world.random().nextInt(SPEAKERS.size()));
                long pid = world.system().pids(service).get(world.random().nextInt(2));
                if (new Moment(world).kill(pid, STOPS, () -> saidAndNotNoted(world, service, heard))) {
                    kills++;
                    world.say(service.id() + " was killed between publishing and its mark");
                    // Not for certain: what the process had sent to its database before it stood still may still
                    // commit.
                    world.await(Duration.ofSeconds(15), () -> twice.get() > 0);
                }
                world.system().up();
            }
            world.whole();
        }
        return Blow.landed(twice.get(), "events seen twice under one id (" + kills + " kills)");
    }

    private static void note(Delivery event, Set<String> heard, AtomicLong twice) {
        String id = event.getProperties().getMessageId();
        if (id != null && !heard.add(id)) {
            twice.incrementAndGet();
        }
    }

    private static boolean saidAndNotNoted(World world, Service service, Set<String> heard) {
        return Database.of(world.system(), service)
                .rows("select event_id::text from outbox where published_at is null", row -> row.getString(1))
                .stream()
                .anyMatch(heard::contains);
    }
}
