package io.orderflow.system;

import static io.orderflow.system.Shop.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How a single service starts when its surroundings are not as they should be.
@ExtendWith(Orderflow.Running.class)
class StartingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"order", "payment", "inventory", "shipping", "notification", "analytics"})
    void every_service_refuses_a_wrong_configuration_in_one_sentence(String service, Orderflow orderflow)
            throws Exception {
        Map<String, String> settings = settings(service, orderflow);
        settings.remove("ORDERFLOW_OPERATOR_PASSWORD");

        assertThat(runToItsEnd(service, settings, orderflow))
                .isEqualTo(service + "-service does not start: orderflow.operator.password is not set");
    }

    @Test
    void a_wrong_password_of_database_or_broker_is_refused(Orderflow orderflow) throws Exception {
        Map<String, String> settings = settings("payment", orderflow);
        settings.put("SPRING_DATASOURCE_PASSWORD", "wrong");
        assertThat(runToItsEnd("payment", settings, orderflow))
                .startsWith(
                        "payment-service does not start: spring.datasource.username and spring.datasource.password");

        settings = settings("payment", orderflow);
        settings.put("SPRING_RABBITMQ_PASSWORD", "wrong");
        assertThat(runToItsEnd("payment", settings, orderflow))
                .startsWith("payment-service does not start: spring.rabbitmq.username and spring.rabbitmq.password");
    }

    @Test
    void a_service_waits_for_a_database_that_is_not_there_and_says_so(Orderflow orderflow) throws Exception {
        Map<String, String> settings = settings("shipping", orderflow);
        settings.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + freePort() + "/nowhere");
        int port = freePort();
        settings.put("SERVER_PORT", String.valueOf(port));
        Process process = start("shipping", settings, orderflow);
        try {
            eventually(() -> {
                Http.Answer health = orderflow.shop().http().get("http://127.0.0.1:" + port + "/actuator/health");
                assertThat(health.status()).isEqualTo(503);
                assertThat(health.body().toString()).contains("waitingFor").contains("refused");
            });
            assertThat(process.isAlive()).isTrue();
        } finally {
            end(process);
        }
    }

    @Test
    void a_service_starts_without_a_broker_and_says_so(Orderflow orderflow) throws Exception {
        Map<String, String> settings = settings("shipping", orderflow);
        settings.put("SPRING_RABBITMQ_PORT", String.valueOf(freePort()));
        int port = freePort();
        settings.put("SERVER_PORT", String.valueOf(port));
        Process process = start("shipping", settings, orderflow);
        try {
            eventually(() -> {
                Http.Answer health = orderflow.shop().http().get("http://127.0.0.1:" + port + "/actuator/health");
                assertThat(health.status()).isEqualTo(503);
                assertThat(health.body().path("components").path("broker").toString())
                        .contains("DOWN")
                        .contains("refused");
                assertThat(health.body().path("components").path("database").toString())
                        .contains("UP");
            });
        } finally {
            end(process);
        }
    }

    /// As `deploy/up` starts it.
    private static Map<String, String> settings(String service, Orderflow orderflow) {
        Shop shop = orderflow.shop();
        String key = service.toUpperCase(Locale.ROOT);
        String jdbc = shop.value(key + "_JDBC_URL");
        var settings = new HashMap<String, String>();
        settings.put("SERVER_PORT", "0");
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("SPRING_DATASOURCE_URL", jdbc.substring(0, jdbc.indexOf('?')));
        settings.put("SPRING_DATASOURCE_USERNAME", service);
        settings.put("SPRING_DATASOURCE_PASSWORD", jdbc.replaceFirst(".*[?&]password=", ""));
        settings.put("SPRING_FLYWAY_ENABLED", "false"); // it is migrated already, by its owner
        settings.put("SPRING_RABBITMQ_HOST", "127.0.0.1");
        settings.put("SPRING_RABBITMQ_PORT", shop.value("AMQP_PORT"));
        settings.put("SPRING_RABBITMQ_VIRTUAL_HOST", "orderflow");
        settings.put("SPRING_RABBITMQ_USERNAME", service);
        settings.put("SPRING_RABBITMQ_PASSWORD", shop.value(key + "_BROKER_PASSWORD"));
        settings.put("ORDERFLOW_OPERATOR_PASSWORD", "test-password");
        settings.put("ORDERFLOW_OPERATIONS_PASSWORDS_OPERATIONS", "test-password");
        return settings;
    }

    private Process start(String service, Map<String, String> settings, Orderflow orderflow) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx256m",
                        "-jar",
                        orderflow
                                .checkout()
                                .root()
                                .resolve(service + "-service/target/" + service + "-service.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("ORDERFLOW_"));
        builder.environment().putAll(settings);
        return builder.start();
    }

    /// The last line that it prints before it ends, and it must not end well.
    private String runToItsEnd(String service, Map<String, String> settings, Orderflow orderflow) throws Exception {
        Process process = start(service, settings, orderflow);
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            return Files.readString(folder.resolve("out.txt")).strip().lines().reduce("", (_, last) -> last);
        } finally {
            end(process);
        }
    }

    private static void end(Process process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
