package io.orderflow.messaging.test.nodes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The folder of one node: its configuration, its data, its log, its cookie.
record NodeHome(RabbitNode.Plan plan) {
    /// Keeps Erlang's own port, which it opens to other nodes, on the loopback interface.
    private static final String LOOPBACK = "-kernel inet_dist_use_interface {127,0,0,1}";

    Path log() {
        return file("rabbitmq.log");
    }

    Path file(String name) {
        return plan.home().toAbsolutePath().resolve(name);
    }

    String nodeName() {
        return plan.name() + "@localhost";
    }

    /// Writes everything that a start needs. The log of the run before stays beside the new one.
    void prepare() {
        try {
            Files.createDirectories(plan.home());
            if (plan.home().getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(plan.home(), PosixFilePermissions.fromString("rwx------"));
            }
            Files.createDirectories(file("log"));
            Files.writeString(file("rabbitmq.conf"), configuration());
            Files.writeString(file("rabbitmq-env.conf"), "");
            Files.writeString(file("advanced.config"), "[].\n");
            Files.writeString(
                    file("enabled_plugins"), plan.managementPort() == 0 ? "[].\n" : "[rabbitmq_management].\n");
            cookie();
            if (Files.exists(log())) {
                Files.move(log(), file("rabbitmq.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Whether there is data that another version has run.
    boolean wasRunByAnother(Path installation) {
        try {
            Path version = file("version");
            return Files.exists(version)
                    && !Files.readString(version)
                            .equals(installation.toRealPath().toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Takes note of the installation that has run the data.
    void isRunBy(Path installation) {
        try {
            Files.writeString(file("version"), installation.toRealPath().toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Deletes what a node keeps; its configuration, log and cookie stay.
    void forgetData() {
        if (!Files.exists(data())) {
            return;
        }
        try (Stream<Path> files = Files.walk(data())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
    }

    private Path data() {
        return file("data");
    }

    private String configuration() {
        var lines = new LinkedHashMap<String, String>();
        lines.put("listeners.tcp.1", "127.0.0.1:" + plan.amqpPort());
        if (plan.managementPort() != 0) {
            lines.put("management.tcp.ip", "127.0.0.1");
            lines.put("management.tcp.port", String.valueOf(plan.managementPort()));
        }
        if (plan.definitions() != null) {
            lines.put("load_definitions", plan.definitions().toAbsolutePath().toString());
        }
        lines.putAll(plan.settings());
        var text = new StringBuilder();
        lines.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    private void cookie() throws IOException {
        Path cookie = file(".erlang.cookie");
        if (!Files.exists(cookie)) {
            var secret = new byte[16];
            new SecureRandom().nextBytes(secret);
            Files.writeString(cookie, HexFormat.of().formatHex(secret));
            if (!cookie.toFile().setWritable(false) || !ownerOnly(cookie.toFile())) {
                throw new IOException("cannot protect " + cookie);
            }
        }
    }

    private static boolean ownerOnly(File cookie) {
        return cookie.setReadable(false, false) && cookie.setReadable(true, true);
    }

    /// What the node's process finds in its environment; nothing of ours but the path.
    Map<String, String> nodeEnvironment() {
        Map<String, String> environment = environment();
        environment.put("RABBITMQ_DIST_PORT", String.valueOf(plan.distPort()));
        environment.put("RABBITMQ_MNESIA_BASE", data().toString());
        environment.put("RABBITMQ_LOG_BASE", file("log").toString());
        environment.put("RABBITMQ_LOGS", "-");
        environment.put("RABBITMQ_CONFIG_FILE", file("rabbitmq.conf").toString());
        environment.put("RABBITMQ_ADVANCED_CONFIG_FILE", file("advanced.config").toString());
        environment.put("RABBITMQ_ENABLED_PLUGINS_FILE", file("enabled_plugins").toString());
        // Without its own handling of input, the script becomes the node instead of staying as its parent.
        environment.put("RABBITMQ_ALLOW_INPUT", "true");
        environment.put("RABBITMQ_SERVER_START_ARGS", "-noinput +B i " + LOOPBACK);
        return environment;
    }

    /// What `rabbitmqctl` finds in its environment.
    Map<String, String> toolEnvironment() {
        Map<String, String> environment = environment();
        environment.put("RABBITMQ_CTL_DIST_PORT_MIN", "0");
        environment.put("RABBITMQ_CTL_DIST_PORT_MAX", "0");
        environment.put("RABBITMQ_CTL_ERL_ARGS", LOOPBACK);
        return environment;
    }

    /// What Erlang's programs have in common.
    Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("PATH", Objects.requireNonNullElse(System.getenv("PATH"), "/usr/local/bin:/usr/bin:/bin"));
        environment.put("HOME", plan.home().toAbsolutePath().toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("ERL_EPMD_PORT", String.valueOf(plan.epmdPort()));
        environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
        environment.put("ERL_CRASH_DUMP", file("erl_crash.dump").toString());
        environment.put("RABBITMQ_NODENAME", nodeName());
        environment.put("RABBITMQ_CONF_ENV_FILE", file("rabbitmq-env.conf").toString());
        return environment;
    }
}
