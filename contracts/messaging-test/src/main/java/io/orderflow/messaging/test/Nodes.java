package io.orderflow.messaging.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.testcontainers.DockerClientFactory;

/// Where the broker and the database of a test run come from.
enum Nodes {
    /// Testcontainers, where a container engine answers.
    CONTAINERS,
    /// A private RabbitMQ node of the system's package, and embedded PostgreSQL.
    NATIVE;

    /// The system property, or the environment's variable, that decides whatever is there: `containers` or
    /// `native`.
    static final String PROPERTY = "orderflow.test.nodes";

    static final String VARIABLE = "ORDERFLOW_TEST_NODES";

    /// What this JVM uses; found out once.
    static Nodes here() {
        return Here.NODES;
    }

    /// Chooses.
    ///
    /// @param wanted        what somebody asked for; null or blank for nothing
    /// @param engineAnswers asked only if nobody asked for anything
    /// @throws IllegalArgumentException for anything else than `containers` and `native`
    static Nodes choose(@Nullable String wanted, BooleanSupplier engineAnswers) {
        if (wanted == null || wanted.isBlank()) {
            return engineAnswers.getAsBoolean() ? CONTAINERS : NATIVE;
        }
        return switch (wanted.strip().toLowerCase(Locale.ROOT)) {
            case "containers" -> CONTAINERS;
            case "native" -> NATIVE;
            default -> throw new IllegalArgumentException(PROPERTY + " is containers or native, not " + wanted);
        };
    }

    /// Testcontainers complains at length where there is no engine; so it is asked only where there is a
    /// trace of one, and its log is off meanwhile.
    private static boolean engineAnswers() {
        if (!traceOfAnEngine()) {
            return false;
        }
        LoggingSystem logging = LoggingSystem.get(Nodes.class.getClassLoader());
        logging.setLogLevel("org.testcontainers", LogLevel.OFF);
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } finally {
            logging.setLogLevel("org.testcontainers", LogLevel.WARN);
        }
    }

    private static boolean traceOfAnEngine() {
        String home = System.getProperty("user.home", "");
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        return System.getenv("DOCKER_HOST") != null
                || Stream.of(
                                "/var/run/docker.sock",
                                home + "/.docker/run/docker.sock",
                                home + "/.testcontainers.properties",
                                runtime + "/docker.sock",
                                runtime + "/podman/podman.sock")
                        .anyMatch(trace -> Files.exists(Path.of(trace)));
    }

    private static final class Here {
        private static final Nodes NODES =
                choose(System.getProperty(PROPERTY, System.getenv(VARIABLE)), Nodes::engineAnswers);
    }
}
