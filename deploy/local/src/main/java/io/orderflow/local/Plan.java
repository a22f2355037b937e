package io.orderflow.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/// Which ports this checkout's system uses and how many instances of each service it has.
///
/// @param offset    added to every port, so that several checkouts run side by side
/// @param instances of each service, 1 to 9
record Plan(int offset, int instances) {
    private static final int AMQP = 5672;
    private static final int MANAGEMENT = 15672;
    private static final int DISTRIBUTION = 25672;
    private static final int EPMD = 14369;
    private static final int POSTGRES = 15432;
    private static final int HIGHEST = 65_535 - DISTRIBUTION;

    /// A port and what it is for.
    record Port(String purpose, int number) {
        boolean free() {
            try (var socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
                return true;
            } catch (IOException taken) {
                return false;
            }
        }
    }

    Plan {
        if (offset < 0 || offset > HIGHEST) {
            throw new Refused("ORDERFLOW_PORT_OFFSET is %d and must be from 0 to %d.".formatted(offset, HIGHEST));
        }
        if (instances < 1 || instances > 9) {
            throw new Refused("--instances is %d and must be from 1 to 9.".formatted(instances));
        }
    }

    /// The plan whose offset a person gave.
    ///
    /// @param offset a number, or `auto` for the first thousand whose ports are all free
    static Plan of(String offset, int instances) {
        if (offset.equals("auto")) {
            for (int tried = 1000; tried <= HIGHEST; tried += 1000) {
                Plan plan = new Plan(tried, instances);
                if (plan.ports().stream().allMatch(Port::free)) {
                    return plan;
                }
            }
            throw new Refused("No offset leaves all ports free: give ORDERFLOW_PORT_OFFSET a number.");
        }
        try {
            return new Plan(Integer.parseInt(offset), instances);
        } catch (NumberFormatException notANumber) {
            throw new Refused("ORDERFLOW_PORT_OFFSET is '%s' and must be a number or auto.".formatted(offset));
        }
    }

    Plan withInstances(int count) {
        return new Plan(offset, count);
    }

    int amqp() {
        return AMQP + offset;
    }

    int management() {
        return MANAGEMENT + offset;
    }

    int distribution() {
        return DISTRIBUTION + offset;
    }

    int epmd() {
        return EPMD + offset;
    }

    int postgres() {
        return POSTGRES + offset;
    }

    /// The HTTP port of one instance.
    ///
    /// @param instance counted from 1
    int http(Service service, int instance) {
        return service.port() + offset + 100 * (instance - 1);
    }

    String url(Service service, int instance) {
        return "http://127.0.0.1:" + http(service, instance);
    }

    /// All of the broker's but epmd's: after a broker was killed, its epmd still holds that one, and serves the next.
    List<Port> brokerPorts() {
        return List.of(
                new Port("the broker (AMQP)", amqp()),
                new Port("the broker's management UI", management()),
                new Port("the broker's distribution", distribution()));
    }

    Port postgresPort() {
        return new Port("PostgreSQL", postgres());
    }

    Port httpPort(Service service, int instance) {
        return new Port(instance == 1 ? service.id() : service.id() + " " + instance, http(service, instance));
    }

    List<Port> ports() {
        var ports = new ArrayList<>(brokerPorts());
        ports.add(new Port("the broker's epmd", epmd()));
        ports.add(postgresPort());
        for (Service service : Service.values()) {
            for (int instance = 1; instance <= instances; instance++) {
                ports.add(httpPort(service, instance));
            }
        }
        return List.copyOf(ports);
    }
}
