package io.orderflow.faults.wires;

import io.orderflow.faults.World;
import io.orderflow.faults.running.Database;
import io.orderflow.faults.running.Service;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Takes what all services hold at broker, databases and the machine.
final class Footprints {
    private static final String SESSIONS = """
            select count(*) from pg_stat_activity
            where usename = current_user and application_name <> 'PostgreSQL JDBC Driver'""";

    private final World world;
    private final Map<Service, Map<Dependency, Wire>> wires = new EnumMap<>(Service.class);

    /// Of the services that go by these wires.
    Footprints(World world, Wires wires) {
        this.world = world;
        for (Service service : Service.values()) {
            this.wires.put(service, wires.of(service));
        }
    }

    /// The same, except that one service goes by other wires.
    Footprints(World world, Wires wires, Service service, Map<Dependency, Wire> others) {
        this(world, wires);
        this.wires.put(service, others);
    }

    /// What all services held at a time.
    record Taken(Map<Service, Footprint> footprints) {
        /// What is held too much compared with an earlier time; one sentence each.
        List<String> leaksSince(Taken before) {
            var leaks = new ArrayList<String>();
            footprints.forEach((service, footprint) -> leaks.addAll(
                    footprint.leaksSince(before.footprints.getOrDefault(service, footprint), service.id())));
            return leaks;
        }
    }

    Taken take() {
        var taken = new EnumMap<Service, Footprint>(Service.class);
        List<String> users = users();
        wires.forEach((service, ofService) -> {
            List<Long> pids = world.system().pids(service);
            taken.put(
                    service,
                    new Footprint(
                            pids.size(),
                            open(ofService, Dependency.BROKER),
                            users.stream().filter(service.id()::equals).count(),
                            open(ofService, Dependency.DATABASE),
                            Database.of(world.system(), service).number(SESSIONS),
                            pids.stream().mapToLong(Threads::of).sum()));
        });
        return new Taken(taken);
    }

    /// The users of all connections to the broker, fresh from the node.
    private List<String> users() {
        try {
            return world.system()
                    .rabbitmqctl("list_connections", "user")
                    .lines()
                    .toList();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static long open(Map<Dependency, Wire> wires, Dependency dependency) {
        return Objects.requireNonNull(wires.get(dependency)).counts().open();
    }
}
