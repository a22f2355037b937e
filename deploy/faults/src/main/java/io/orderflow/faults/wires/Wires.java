package io.orderflow.faults.wires;

import io.orderflow.faults.running.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The wires between the services and what they depend on: for each service one to the broker and one to its database.
public final class Wires implements AutoCloseable {
    private final Map<Service, Map<Dependency, Wire>> wires = new EnumMap<>(Service.class);

    private Wires() {}

    /// Where everything is that a wire can lead to.
    public interface Whereabouts {
        /// The true address.
        ///
        /// @throws IOException if it is not known yet
        InetSocketAddress of(Service service, Dependency dependency) throws IOException;
    }

    /// Lays all of them, whole, each at a free port of its own.
    ///
    /// @param whereabouts asked for each connection, so that the wires can be laid before the system is started
    public static Wires lay(Whereabouts whereabouts) {
        var laid = new Wires();
        try {
            for (Service service : Service.values()) {
                var ofService = new EnumMap<Dependency, Wire>(Dependency.class);
                laid.wires.put(service, ofService);
                for (Dependency dependency : Dependency.values()) {
                    ofService.put(
                            dependency,
                            Wire.lay(
                                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                    () -> whereabouts.of(service, dependency)));
                }
            }
            return laid;
        } catch (IOException noPort) {
            laid.close();
            throw new UncheckedIOException(noPort);
        }
    }

    /// The wire from a service, all of its instances, to what it depends on.
    public Wire of(Service service, Dependency dependency) {
        Wire wire = of(service).get(dependency);
        if (wire == null) {
            throw new IllegalStateException("there is no wire from " + service.id() + " to its " + dependency.id());
        }
        return wire;
    }

    /// Both wires of a service.
    public Map<Dependency, Wire> of(Service service) {
        return wires.getOrDefault(service, Map.of());
    }

    public List<Wire> all() {
        return wires.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .toList();
    }

    /// Changes how all of them are.
    public void become(Condition condition) {
        all().forEach(wire -> wire.become(condition));
    }

    /// Of all of them together.
    public Counts counts() {
        return all().stream().map(Wire::counts).reduce(Counts.NONE, Counts::plus);
    }

    /// The detours that `deploy/up` is to be given, by what leads there, for example `payment.broker`.
    public Map<String, InetSocketAddress> detours() {
        var detours = new TreeMap<String, InetSocketAddress>();
        wires.forEach((service, ofService) -> ofService.forEach(
                (dependency, wire) -> detours.put(service.id() + "." + dependency.id(), wire.address())));
        return detours;
    }

    /// The lines of a file of detours.
    public static String lines(Map<String, InetSocketAddress> detours) {
        return detours.entrySet().stream()
                .map(detour -> "%s=%s:%d\n"
                        .formatted(
                                detour.getKey(),
                                detour.getValue().getHostString(),
                                detour.getValue().getPort()))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        all().forEach(Wire::close);
    }
}
