package io.orderflow.faults.wires;

import io.orderflow.faults.running.Service;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// Where broker and databases are, by the plan that `deploy/up` writes down before it starts a service. A look at a
/// file is no delay for whoever connects.
///
/// @param state the folder in which the system keeps what it keeps
record PlannedPorts(Path state) implements Wires.Whereabouts {
    private static final int AMQP = 5672;
    private static final int POSTGRES = 15432;

    @Override
    public InetSocketAddress of(Service service, Dependency dependency) throws IOException {
        var plan = new Properties();
        try (var in = Files.newBufferedReader(state.resolve("plan"))) {
            plan.load(in);
        }
        String offset = plan.getProperty("offset");
        if (offset == null) {
            throw new IOException(state.resolve("plan") + " says nothing of the port offset");
        }
        int port = switch (dependency) {
            case BROKER -> AMQP;
            case DATABASE -> POSTGRES;
        };
        return new InetSocketAddress("127.0.0.1", port + Integer.parseInt(offset));
    }
}
