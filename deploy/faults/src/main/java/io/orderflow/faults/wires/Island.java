package io.orderflow.faults.wires;

import io.orderflow.faults.running.Service;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The way of one service to broker and database through a namespace: over the cable to wires inside, and back over
/// the cable to wires on this side, because broker and PostgreSQL listen on loopback only.
final class Island implements AutoCloseable {
    private final Namespace namespace;
    private final Map<Dependency, Wire> bridges = new EnumMap<>(Dependency.class);
    private final Map<Dependency, InetSocketAddress> entrances = new EnumMap<>(Dependency.class);
    private final Process process;

    private Island(Namespace namespace, Map<Dependency, Wire> bridges) throws IOException {
        this.namespace = namespace;
        this.bridges.putAll(bridges);
        process = start();
        try {
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            for (Dependency dependency : Dependency.values()) {
                String port = out.readLine();
                if (port == null) {
                    throw new IOException("the wires in the namespace did not start");
                }
                entrances.put(dependency, new InetSocketAddress(namespace.there(), Integer.parseInt(port)));
            }
        } catch (IOException | RuntimeException failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    /// Builds the way.
    static Island of(Namespace namespace, Service service, Wires.Whereabouts whereabouts) throws IOException {
        var bridges = new EnumMap<Dependency, Wire>(Dependency.class);
        try {
            for (Dependency dependency : Dependency.values()) {
                bridges.put(
                        dependency,
                        Wire.lay(
                                new InetSocketAddress(namespace.here(), 0), () -> whereabouts.of(service, dependency)));
            }
            return new Island(namespace, bridges);
        } catch (IOException | RuntimeException failed) {
            bridges.values().forEach(Wire::close);
            throw failed;
        }
    }

    /// Where the service is to find its broker and its database.
    Map<Dependency, InetSocketAddress> entrances() {
        return entrances;
    }

    /// The wires on this side.
    Map<Dependency, Wire> bridges() {
        return bridges;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        bridges.values().forEach(Wire::close);
    }

    private Process start() throws IOException {
        var command = new ArrayList<>(namespace.inside());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC"));
        command.addAll(program());
        bridges.forEach((_, bridge) -> command.add(namespace.there() + ":0>" + namespace.here() + ":"
                + bridge.address().getPort()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// From the executable jar, whose classes only its own launcher finds, or from a folder of classes.
    private static List<String> program() {
        String classes = System.getProperty("java.class.path");
        String main = WireProcess.class.getName();
        boolean executable = String.valueOf(WireProcess.class.getResource("WireProcess.class"))
                .startsWith("jar:nested:");
        return executable
                ? List.of(
                        "-cp",
                        classes,
                        "-Dloader.main=" + main,
                        "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of("-cp", classes, main);
    }
}
