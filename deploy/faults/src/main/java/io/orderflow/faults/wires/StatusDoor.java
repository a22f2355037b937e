package io.orderflow.faults.wires;

import io.orderflow.faults.running.Doors;
import io.orderflow.faults.running.Service;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Learns from `deploy/status --env` where broker and databases are, once a service first asks for them: by then
/// `deploy/up` has chosen their ports.
final class StatusDoor implements Wires.Whereabouts {
    private final Doors doors;
    private final Map<String, InetSocketAddress> known = new ConcurrentHashMap<>();

    StatusDoor(Doors doors) {
        this.doors = doors;
    }

    @Override
    public InetSocketAddress of(Service service, Dependency dependency) throws IOException {
        String key = key(service, dependency);
        InetSocketAddress address = known.get(key);
        return address == null ? ask(key) : address;
    }

    private synchronized InetSocketAddress ask(String key) throws IOException {
        if (!known.containsKey(key)) {
            try {
                known.putAll(addresses(doors.run("status", "--env").orThrow()));
            } catch (IllegalStateException notStarted) {
                throw new IOException(notStarted);
            } catch (InterruptedException cut) {
                Thread.currentThread().interrupt();
                throw new IOException(cut);
            }
        }
        InetSocketAddress address = known.get(key);
        if (address == null) {
            throw new IOException("deploy/status --env says nothing of " + key);
        }
        return address;
    }

    /// The addresses in what `deploy/status --env` prints.
    static Map<String, InetSocketAddress> addresses(String environment) {
        var addresses = new TreeMap<String, InetSocketAddress>();
        environment.lines().filter(line -> line.contains("=")).forEach(line -> {
            String key = line.substring(0, line.indexOf('='));
            String value = line.substring(line.indexOf('=') + 1);
            if (key.equals("AMQP_PORT")) {
                addresses.put(key, new InetSocketAddress("127.0.0.1", Integer.parseInt(value)));
            } else if (key.endsWith("_JDBC_URL")) {
                URI uri = URI.create(value.substring("jdbc:".length()));
                addresses.put(key, new InetSocketAddress(uri.getHost(), uri.getPort()));
            }
        });
        return addresses;
    }

    private static String key(Service service, Dependency dependency) {
        return switch (dependency) {
            case BROKER -> "AMQP_PORT";
            case DATABASE -> service.name() + "_JDBC_URL";
        };
    }
}
