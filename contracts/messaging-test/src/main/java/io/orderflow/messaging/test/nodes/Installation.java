package io.orderflow.messaging.test.nodes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Where RabbitMQ and Erlang are on this machine.
final class Installation {
    /// Parents of `rabbitmq_server-<version>`: Debian and RPM packages, Homebrew, unpacked archives.
    private static final List<String> PACKAGES = List.of(
            "/usr/lib/rabbitmq/lib", "/usr/lib64/rabbitmq/lib", "/usr/local/lib/rabbitmq/lib", "/opt", "/usr/local");

    private static final List<String> PLAIN =
            List.of("/opt/rabbitmq/sbin", "/opt/homebrew/opt/rabbitmq/sbin", "/usr/local/opt/rabbitmq/sbin");

    private static final List<String> ERLANG =
            List.of("/usr/lib/erlang", "/usr/lib64/erlang", "/usr/local/lib/erlang", "/opt/homebrew/lib/erlang");

    private Installation() {}

    /// The package's own scripts, newest version first; not the wrappers in `/usr/sbin`, which insist on the
    /// user `rabbitmq`.
    static Optional<Path> sbin() {
        return Stream.of(
                        PACKAGES.stream().flatMap(parent -> versions(Path.of(parent), "rabbitmq_server-", "sbin")),
                        PLAIN.stream().map(Path::of),
                        path("rabbitmq-server").map(Installation::home))
                .flatMap(found -> found)
                .filter(sbin -> Files.isExecutable(sbin.resolve("rabbitmq-server"))
                        && Files.isRegularFile(sbin.resolve("rabbitmq-env")))
                .findFirst();
    }

    /// Erlang's port mapper.
    static Optional<Path> epmd() {
        return Stream.concat(
                        path("epmd"),
                        ERLANG.stream()
                                .map(Path::of)
                                .flatMap(erlang -> Stream.concat(
                                        Stream.of(erlang.resolve("bin/epmd")),
                                        versions(erlang, "erts-", "bin").map(bin -> bin.resolve("epmd")))))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A program of the system, where there is one.
    static Optional<Path> program(String name) {
        return path(name).findFirst();
    }

    private static Stream<Path> path(String name) {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable);
    }

    private static Path home(Path script) {
        try {
            return Objects.requireNonNull(script.toRealPath().getParent());
        } catch (IOException vanished) {
            throw new UncheckedIOException(vanished);
        }
    }

    private static Stream<Path> versions(Path parent, String prefix, String inside) {
        if (!Files.isDirectory(parent)) {
            return Stream.empty();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children
                    .filter(child -> String.valueOf(child.getFileName()).startsWith(prefix))
                    .sorted(Comparator.comparing((Path child) -> version(child, prefix))
                            .reversed())
                    .map(child -> child.resolve(inside))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    /// The version in a form that sorts: every number as eight digits.
    private static String version(Path child, String prefix) {
        var sortable = new StringBuilder();
        for (String part :
                String.valueOf(child.getFileName()).substring(prefix.length()).split("\\D+")) {
            sortable.append("0".repeat(Math.max(0, 8 - part.length()))).append(part);
        }
        return sortable.toString();
    }
}
