package io.orderflow.faults.wires;

import io.orderflow.faults.Fault;
import java.util.List;

/// The faults of what lies between the services and what they depend on.
public final class WireFaults {
    private WireFaults() {}

    /// All of them. They share one set of wires, which is laid when the first of them is prepared.
    public static List<Fault> all() {
        var wiring = new Wiring();
        return List.of(
                new Latency(wiring),
                new Partition(Dependency.BROKER, wiring),
                new Partition(Dependency.DATABASE, wiring),
                new HalfOpen(wiring),
                new WiresReset(wiring),
                new NamespacePartition(wiring));
    }
}
