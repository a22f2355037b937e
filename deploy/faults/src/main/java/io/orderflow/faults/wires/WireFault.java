package io.orderflow.faults.wires;

import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.running.Doors;
import io.orderflow.faults.running.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A fault of what lies between the services and what they depend on.
abstract sealed class WireFault implements Fault permits Latency, Partition, HalfOpen, WiresReset, NamespacePartition {
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(150);

    private final String name;
    private final String expected;
    private final Wiring wiring;
    private @Nullable Footprints footprints;
    private Footprints.@Nullable Taken before;

    WireFault(String name, String expected, Wiring wiring) {
        this.name = name;
        this.expected = expected;
        this.wiring = wiring;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String expected() {
        return expected;
    }

    @Override
    public void prepare(Doors doors) {
        wiring.lay(doors);
    }

    final Wires wires() {
        return wiring.wires();
    }

    /// Services in an order of chance: all of them, or a few in short forms.
    static List<Service> someServices(World world) {
        var services = new ArrayList<>(Arrays.asList(Service.values()));
        Collections.shuffle(services, Random.from(world.random()));
        return services.subList(0, world.count(2, services.size()));
    }

    /// How long something lasts that time-outs have to notice: longer than the longest of them, 30 s.
    static Duration span(World world) {
        return world.span(Duration.ofSeconds(20), Duration.ofSeconds(60));
    }

    @Override
    public List<String> afterwards(World world) throws InterruptedException {
        return leaks(world);
    }

    /// Notes what is held before anything is broken.
    final void remember(Footprints taker) {
        footprints = taker;
        before = taker.take();
    }

    /// Waits until no more is held than was before, and says what is still held too much after a while.
    final List<String> leaks(World world) throws InterruptedException {
        Footprints taker = footprints;
        Footprints.Taken earlier = before;
        if (taker == null || earlier == null) {
            return List.of(); // it was not even begun
        }
        var leaks = new ArrayList<String>();
        world.await(SETTLED_WITHIN, () -> {
            leaks.clear();
            leaks.add("what the services hold could not be counted");
            List<String> found = taker.take().leaksSince(earlier);
            leaks.clear();
            leaks.addAll(found);
            return leaks.isEmpty();
        });
        return leaks;
    }
}
