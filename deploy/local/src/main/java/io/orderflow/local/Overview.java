package io.orderflow.local;

/// Where everything is, with the log-ins, and what to try: what `up` ends with.
final class Overview {
    private Overview() {}

    static String of(State state, Plan plan) {
        Secrets secrets = state.secrets();
        var text = new StringBuilder("\nOrderflow runs.\n\n");
        for (Service service : Service.values()) {
            row(text, service.id(), plan.url(service, 1), "operator / " + secrets.operator());
        }
        row(text, "their actuators", "the same, /actuator", "operations / " + secrets.operations());
        String management = new Broker(state, plan).managementUrl();
        row(text, "RabbitMQ, to look", management, "viewer   / " + secrets.viewer());
        row(text, "RabbitMQ, to rule", management, "admin    / " + secrets.admin());
        row(text, "PostgreSQL", "127.0.0.1:" + plan.postgres(), "deploy/status --env has one log-in per service");
        text.append("\nTry:\n\n");
        command(text, "deploy/demo", "ten orders, one for each way in which an order can go");
        command(text, "curl " + plan.url(Service.ORDER, 1) + "/products", "the catalogue");
        command(text, "deploy/status", "what runs");
        command(text, "deploy/ops parked", "what nobody could handle, and what to do about it");
        command(text, "deploy/down", "ends all of it; --purge forgets the data");
        text.append("\nLogs: ").append(state.folder().resolve("logs")).append('\n');
        return text.toString();
    }

    private static void row(StringBuilder text, String what, String where, String login) {
        text.append("  %-18s %-24s %s%n".formatted(what, where, login));
    }

    private static void command(StringBuilder text, String command, String does) {
        text.append("  %-43s %s%n".formatted(command, does));
    }
}
