package io.orderflow.messaging.test.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The package's command-line tool, run against one node.
record Rabbitmqctl(NodeHome home) {
    private static final long ENDS_WITHIN_SECONDS = 60;

    String run(Path sbin, List<String> arguments) {
        var command =
                new ArrayList<>(List.of(sbin.resolve("rabbitmqctl").toString(), "--quiet", "--node", home.nodeName()));
        command.addAll(arguments);
        try {
            Path said = Files.createTempFile(home.plan().home(), "rabbitmqctl", ".out");
            Path complained = Files.createTempFile(home.plan().home(), "rabbitmqctl", ".err");
            try {
                boolean well = endsWell(command, said, complained);
                if (!well) {
                    throw new IllegalStateException(
                            "rabbitmqctl " + arguments.getFirst() + ": " + text(complained) + text(said));
                }
                return text(said);
            } finally {
                Files.deleteIfExists(said);
                Files.deleteIfExists(complained);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while rabbitmqctl ran", stop);
        }
    }

    private boolean endsWell(List<String> command, Path said, Path complained)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(said.toFile())
                .redirectError(complained.toFile());
        builder.environment().clear();
        builder.environment().putAll(home.toolEnvironment());
        Process tool = builder.start();
        if (!tool.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            tool.destroyForcibly();
            throw new IllegalStateException("rabbitmqctl does not end");
        }
        return tool.exitValue() == 0;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }
}
