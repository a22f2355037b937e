package io.orderflow.messaging.test.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A process that outlives this one, remembered in a file: its id, and words of its command line by which it
/// is known again. An id alone is worth nothing: the system gives it to somebody else one day.
record Kept(ProcessHandle process, String mark, Path file) {
    /// Starts a process in a session of its own, so that what ends ours does not end it.
    ///
    /// @param mark words that the command line has when it runs
    static Kept start(List<String> command, Map<String, String> environment, Path log, String mark, Path file) {
        List<String> detached = Installation.program("setsid")
                .map(setsid -> Stream.concat(Stream.of(setsid.toString()), command.stream())
                        .toList())
                .orElse(command);
        var builder = new ProcessBuilder(detached)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            ProcessHandle process = builder.start().toHandle();
            Files.writeString(file, process.pid() + "\n" + mark + "\n");
            return new Kept(process, mark, file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The process that the file remembers, if it still runs.
    static Optional<Kept> find(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 2 || !lines.getFirst().matches("\\d{1,10}")) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                    .map(process -> new Kept(process, lines.get(1), file))
                    .filter(Kept::runs);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// True while it runs. A process that ended and that nobody has collected still has an id, but no command
    /// line.
    boolean runs() {
        return process.isAlive()
                && process.info()
                        .commandLine()
                        .filter(line -> line.contains(mark))
                        .isPresent();
    }

    /// Asks it to end, and ends it when it does not within the given time.
    void end(Duration patience) {
        if (runs() && process.destroy() && Patience.until(patience, () -> !runs())) {
            forget();
            return;
        }
        kill();
    }

    /// Ends it at once.
    void kill() {
        if (runs()) {
            process.destroyForcibly();
            Patience.until(Duration.ofSeconds(10), () -> !runs());
        }
        forget();
    }

    private void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }
}
