package io.orderflow.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The system's addresses, log-ins and process ids as `KEY=value` lines, for scripts. No value holds a blank.
final class Environment {
    private Environment() {}

    static String of(State state, Plan plan) {
        var broker = new Broker(state, plan);
        var postgres = new Postgres(state, plan);
        Secrets secrets = state.secrets();
        var lines = new ArrayList<String>();
        for (Service service : Service.values()) {
            List<ServiceProcess> instances = Fleet.of(state, plan).stream()
                    .filter(process -> process.service() == service)
                    .toList();
            String key = service.id().toUpperCase(Locale.ROOT);
            lines.add(key + "_URL=" + plan.url(service, 1));
            lines.add(key + "_URLS="
                    + String.join(
                            ",", instances.stream().map(ServiceProcess::url).toList()));
            lines.add(key + "_PIDS="
                    + String.join(
                            ",",
                            instances.stream()
                                    .map(ServiceProcess::running)
                                    .flatMap(Optional::stream)
                                    .map(process -> Long.toString(process.pid()))
                                    .toList()));
            lines.add(key + "_JDBC_URL=" + postgres.url(service.database()) + "?user=" + service.id() + "&password="
                    + secrets.database(service));
            lines.add(key + "_BROKER_PASSWORD=" + secrets.broker(service));
        }
        lines.add("MANAGEMENT_URL=" + broker.managementUrl());
        lines.add("AMQP_ADMIN_URL=" + broker.adminUrl());
        lines.add("AMQP_PORT=" + plan.amqp());
        lines.add("OPERATOR_PASSWORD=" + secrets.operator());
        lines.add("OPERATIONS_PASSWORD=" + secrets.operations());
        lines.add("WEBHOOK_SECRET=" + secrets.webhook());
        lines.add("VIEWER_PASSWORD=" + secrets.viewer());
        lines.add("ADMIN_PASSWORD=" + secrets.admin());
        lines.add("RABBITMQ_PID="
                + broker.running().map(node -> Long.toString(node.pid())).orElse(""));
        lines.add("POSTGRES_JDBC_URL=" + postgres.url("postgres") + "?user=" + Postgres.SUPERUSER + "&password="
                + secrets.postgres());
        lines.add("POSTGRES_PID="
                + postgres.running()
                        .map(process -> Long.toString(process.pid()))
                        .orElse(""));
        return String.join("\n", lines) + "\n";
    }
}
