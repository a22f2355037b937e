package io.orderflow.local;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Of a whole log the one line that tells why.
final class LogLine {
    private static final long TAIL = 256 * 1024L;

    private LogLine() {}

    /// The line that matters in the end of a log; none if the log is empty or not there.
    static Optional<String> thatMatters(Path log) {
        try (var channel = Files.newByteChannel(log)) {
            channel.position(Math.max(0, channel.size() - TAIL));
            var bytes = Channels.newInputStream(channel).readAllBytes();
            return thatMatters(new String(bytes, StandardCharsets.UTF_8).lines().toList());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    static Optional<String> thatMatters(List<String> lines) {
        return last(lines, line -> line.contains("does not start:"))
                .or(() -> last(lines, line -> line.startsWith("Caused by: ")))
                .or(() -> after(lines, "Application run failed"))
                .or(() -> last(lines, line -> line.matches(".*\\b(ERROR|FATAL|PANIC)\\b.*")))
                .or(() -> last(lines, line -> !line.isBlank()))
                .map(String::strip);
    }

    private static Optional<String> after(List<String> lines, String words) {
        return lines.stream()
                .dropWhile(line -> !line.contains(words))
                .skip(1)
                .filter(line -> !line.isBlank())
                .findFirst();
    }

    private static Optional<String> last(List<String> lines, Predicate<String> wanted) {
        return lines.reversed().stream().filter(wanted).findFirst();
    }
}
