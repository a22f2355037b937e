package io.orderflow.bench;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A system that is measured, while it runs.
///
/// @param name      for people
/// @param orders    where orders are placed
/// @param inventory where products are listed, as the operator
/// @param amqp      broker, log-in and virtual host
/// @param vhost     the virtual host
/// @param broker    the broker's management
/// @param server    the PostgreSQL server
/// @param databases each service's database
/// @param processes what it consists of, by name
record Subject(
        String name,
        URI orders,
        Management inventory,
        String amqp,
        String vhost,
        Management broker,
        Server server,
        Map<String, String> databases,
        Map<String, Long> processes) {
    /// The six services of either system.
    static final List<String> SERVICES =
            List.of("order", "payment", "inventory", "shipping", "notification", "analytics");

    /// The queues from which the services read.
    List<String> queues() {
        return SERVICES.stream().map(service -> service + ".events").toList();
    }

    /// The process of this name; 0 if it has none.
    long pid(String process) {
        return processes.getOrDefault(process, 0L);
    }

    /// Orderflow as `deploy/status --env` tells of it.
    static Subject orderflow(Map<String, String> environment) {
        var databases = new LinkedHashMap<String, String>();
        var processes = new LinkedHashMap<String, Long>();
        for (String service : SERVICES) {
            databases.put(service, "orderflow_" + service);
            processes.put(service, Long.parseLong(value(environment, key(service, "PIDS"))));
        }
        processes.put("PostgreSQL", Long.parseLong(value(environment, "POSTGRES_PID")));
        processes.put("RabbitMQ", Long.parseLong(value(environment, "RABBITMQ_PID")));
        processes.put("driver", ProcessHandle.current().pid());
        return new Subject(
                "Orderflow",
                URI.create(value(environment, "ORDER_URL")),
                new Management(
                        value(environment, "INVENTORY_URL"), "operator", value(environment, "OPERATOR_PASSWORD")),
                value(environment, "AMQP_ADMIN_URL"),
                "orderflow",
                new Management(value(environment, "MANAGEMENT_URL"), "admin", value(environment, "ADMIN_PASSWORD")),
                new Server(value(environment, "POSTGRES_JDBC_URL")),
                databases,
                processes);
    }

    static String key(String service, String what) {
        return service.toUpperCase(Locale.ROOT) + "_" + what;
    }

    static String value(Map<String, String> environment, String key) {
        String value = environment.get(key);
        if (value == null || value.isEmpty()) {
            throw new Refused("deploy/status --env does not say " + key + ".");
        }
        return value;
    }
}
