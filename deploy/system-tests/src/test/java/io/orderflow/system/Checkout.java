package io.orderflow.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The checkout that is under test, and its front doors as a person at a terminal uses them. The system that they
/// start has its own folder and its own ports, so that it disturbs nobody's.
record Checkout(Path root, Path state) {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /// What a command printed, and how it ended.
    record Said(int exit, String output) {}

    static Checkout here(Path state) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("deploy/up"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no deploy/up above " + Path.of("").toAbsolutePath());
        }
        return new Checkout(folder, state);
    }

    /// Runs `deploy/<door>` and waits for its end.
    Said run(String door, String... options) {
        return run(Map.of(), door, options);
    }

    Said run(Map<String, String> environment, String door, String... options) {
        var command = new ArrayList<String>();
        command.add(root.resolve("deploy/" + door).toString());
        command.addAll(List.of(options));
        try {
            Path output = Files.createTempFile("orderflow-" + door, ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(new File("/dev/null"));
            builder.environment().put("ORDERFLOW_STATE", state.toString());
            builder.environment().put("ORDERFLOW_PORT_OFFSET", "auto");
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(door + " does not end: " + Files.readString(output));
            }
            String text = Files.readString(output);
            Files.delete(output);
            return new Said(process.exitValue(), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
