package io.orderflow.messaging.test;

import io.orderflow.messaging.test.nodes.Ports;
import io.orderflow.messaging.test.nodes.RabbitNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.rabbitmq.RabbitMQContainer;

/// What runs the broker.
sealed interface BrokerHost {
    String host();

    int port();

    String rabbitmqctl(String... arguments);

    /// Ends it for good.
    void end();

    /// A private node on this machine, in a temporary folder.
    final class Native implements BrokerHost {
        private final RabbitNode.Plan plan;
        private RabbitNode node;

        Native(String user, String password) {
            Path home = Folder.temporary("rabbitmq");
            List<Integer> ports = Ports.free(3);
            plan = new RabbitNode.Plan(
                    home,
                    "test",
                    ports.get(0),
                    0,
                    ports.get(1),
                    ports.get(2),
                    null,
                    Map.of(
                            "default_user",
                            user,
                            "default_pass",
                            password,
                            "default_user_tags.administrator",
                            "true",
                            "default_user_tags.impersonator",
                            "true"));
            node = RabbitNode.start(plan);
        }

        /// The node's process; another one after a restart.
        synchronized RabbitNode node() {
            return node;
        }

        /// Starts it again with the same data.
        synchronized void start() {
            node = RabbitNode.start(plan);
        }

        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public int port() {
            return plan.amqpPort();
        }

        @Override
        public String rabbitmqctl(String... arguments) {
            return node().rabbitmqctl(arguments);
        }

        @Override
        public void end() {
            node().kill();
            node().stop();
            Folder.remove(plan.home());
        }
    }

    /// A container. Testcontainers ends it with the JVM.
    final class Container implements BrokerHost {
        private final RabbitMQContainer container;

        Container(String user, String password) {
            container =
                    new RabbitMQContainer(Images.RABBITMQ).withAdminUser(user).withAdminPassword(password);
            container.start();
            rabbitmqctl("set_user_tags", user, "administrator", "impersonator");
        }

        @Override
        public String host() {
            return container.getHost();
        }

        @Override
        public int port() {
            return container.getAmqpPort();
        }

        @Override
        public String rabbitmqctl(String... arguments) {
            var command = new ArrayList<>(List.of("rabbitmqctl", "--quiet"));
            command.addAll(List.of(arguments));
            try {
                var result = container.execInContainer(command.toArray(String[]::new));
                if (result.getExitCode() != 0) {
                    throw new IllegalStateException("rabbitmqctl " + arguments[0] + ": " + result.getStderr());
                }
                return result.getStdout().strip();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while rabbitmqctl ran", stop);
            }
        }

        @Override
        public void end() {
            container.stop();
        }
    }
}
