package io.orderflow.faults.wires;

import io.orderflow.faults.Blow;
import io.orderflow.faults.World;
import io.orderflow.faults.running.Orderflow;
import io.orderflow.faults.running.Processes;
import io.orderflow.faults.running.Service;
import io.orderflow.faults.running.Signal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A service reaches broker and database over a cable that is pulled: the kernel's own packets vanish, of connections
/// that are and of those to come, and TCP sends them again once the cable is plugged in.
///
/// The instances of the service are started anew for it, twice: to go by the cable, and to go as before.
final class NamespacePartition extends WireFault {
    private static final Duration GRACE = Duration.ofSeconds(40);

    NamespacePartition(Wiring wiring) {
        super("partition-namespace", "as with the other partitions, with packets that the kernel itself loses", wiring);
    }

    @Override
    public Blow strike(World world) throws Exception {
        Service service = Service.values()[world.random().nextInt(Service.values().length)];
        try (var namespace = Namespace.make();
                var island = Island.of(
                        namespace,
                        service,
                        new PlannedPorts(world.system().doors().state()))) {
            try {
                moveTo(detours(service, island), world, service);
                return pull(world, service, namespace, island);
            } finally {
                moveTo(wires().detours(), world, service);
                world.whole();
            }
        } catch (Ip.Refusal refusal) {
            return new Blow.Skipped("no namespace can be made: " + refusal.getMessage());
        }
    }

    /// Looked at while the cable was there.
    @Override
    public List<String> afterwards(World world) {
        return List.of();
    }

    private Blow pull(World world, Service service, Namespace namespace, Island island)
            throws IOException, InterruptedException, Ip.Refusal {
        var footprints = new Footprints(world, wires(), service, island.bridges());
        world.await(
                GRACE,
                () -> island.bridges().values().stream()
                        .allMatch(bridge -> bridge.counts().open() > 0));
        remember(footprints);
        long earlier = namespace.vanished();
        try {
            namespace.unplug();
            world.pass(span(world));
        } finally {
            namespace.plug();
        }
        long vanished = namespace.vanished() - earlier;
        world.whole();
        long plugged = System.nanoTime();
        List<String> leaks = leaks(world);
        world.say("%s was cut off from broker and database: %,d packets vanished; %d s after that %s"
                .formatted(
                        service.id(),
                        vanished,
                        Duration.ofNanos(System.nanoTime() - plugged).toSeconds(),
                        leaks.isEmpty() ? "all connections were as before" : "there were leaks"));
        return new Blow.Landed(vanished, "packets that vanished", leaks);
    }

    private Map<String, InetSocketAddress> detours(Service service, Island island) {
        var detours = new TreeMap<>(wires().detours());
        island.entrances()
                .forEach((dependency, entrance) -> detours.put(service.id() + "." + dependency.id(), entrance));
        return detours;
    }

    /// Ends the instances of a service in order and starts them to go these ways.
    private static void moveTo(Map<String, InetSocketAddress> detours, World world, Service service)
            throws InterruptedException {
        Orderflow system = world.system();
        Wiring.lead(system.doors(), detours);
        system.refresh();
        List<Long> pids = system.pids(service);
        pids.forEach(pid -> Processes.send(Signal.TERM, pid));
        if (!world.await(GRACE, () -> pids.stream().noneMatch(Processes::alive))) {
            pids.forEach(pid -> Processes.send(Signal.KILL, pid));
        }
        system.up();
    }
}
