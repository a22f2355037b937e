package io.orderflow.local;

import io.orderflow.messaging.test.nodes.RabbitNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The private RabbitMQ node, with the management UI, all exchanges and queues, and a user for each service.
final class Broker {
    private final State state;
    private final Plan plan;

    Broker(State state, Plan plan) {
        this.state = state;
        this.plan = plan;
    }

    Optional<RabbitNode> running() {
        return RabbitNode.running(node());
    }

    void start() {
        if (RabbitNode.installation().isEmpty()) {
            throw new Refused("RabbitMQ is not installed: deploy/up installs it where that is allowed.");
        }
        Private.write(definitions(), derive());
        try {
            RabbitNode.start(node());
        } catch (IllegalStateException doesNotStart) {
            throw new Refused("RabbitMQ does not start: " + doesNotStart.getMessage(), doesNotStart);
        }
    }

    /// Ends the node, if it runs, and its port mapper, which outlives a node that was killed.
    void stop() {
        running().ifPresent(RabbitNode::stop);
        try {
            Path file = home().resolve("epmd.pid");
            if (Files.exists(file)) {
                String pid = Files.readAllLines(file).getFirst().strip();
                ProcessHandle.of(Long.parseLong(pid))
                        .filter(process -> process.info().command().orElse("").endsWith("/epmd"))
                        .ifPresent(ProcessHandle::destroy);
                Files.delete(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Tells a running broker of definitions that the code derives now and did not when it was started.
    ///
    /// @return true if there were such
    boolean refresh(RabbitNode node) {
        try {
            String now = derive();
            if (Files.exists(definitions()) && Files.readString(definitions()).equals(now)) {
                return false;
            }
            Private.write(definitions(), now);
            node.rabbitmqctl("import_definitions", definitions().toString());
            return true;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Runs `rabbitmqctl` against the node.
    ///
    /// @return what it printed
    String rabbitmqctl(List<String> words) {
        RabbitNode node = running().orElseThrow(() -> new Refused("The broker does not run: deploy/up starts it."));
        try {
            return node.rabbitmqctl(words.toArray(String[]::new));
        } catch (IllegalStateException failed) {
            throw new Refused(String.valueOf(failed.getMessage()), failed);
        }
    }

    String managementUrl() {
        return "http://127.0.0.1:" + plan.management();
    }

    String adminUrl() {
        return "amqp://admin:%s@127.0.0.1:%d/%s".formatted(state.secrets().admin(), plan.amqp(), Definitions.VHOST);
    }

    private String derive() {
        Secrets secrets = state.secrets();
        List<Choreography> choreographies = Arrays.stream(Service.values())
                .map(service -> Choreography.of(service.jar(state.root())))
                .toList();
        return Definitions.derive(choreographies, user -> switch (user) {
            case "admin" -> secrets.admin();
            case "viewer" -> secrets.viewer();
            default -> secrets.broker(Service.named(user));
        });
    }

    private Path definitions() {
        return state.folder().resolve("definitions.json");
    }

    private Path home() {
        return state.folder().resolve("rabbitmq");
    }

    private RabbitNode.Plan node() {
        return new RabbitNode.Plan(
                home(),
                "orderflow",
                plan.amqp(),
                plan.management(),
                plan.distribution(),
                plan.epmd(),
                definitions(),
                Map.of(
                        "max_message_size", "1048576",
                        "vm_memory_high_watermark.absolute", "1GB",
                        "disk_free_limit.absolute", "200MB"));
    }
}
