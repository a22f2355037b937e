package io.orderflow.messaging.test.nodes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds in a node's log the one line that says why it does not come up.
final class NodeLog {
    private NodeLog() {}

    static String lineThatMatters(Path log) {
        try {
            return lineThatMatters(new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException unreadable) {
            return "no log at " + log;
        }
    }

    /// The first error that is more than a heading; else the last thing that was said.
    static String lineThatMatters(List<String> lines) {
        return firstWith(lines, "[error]")
                .or(() -> firstWith(lines, "ERROR:"))
                .orElseGet(() -> lines.reversed().stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse("it said nothing"));
    }

    private static Optional<String> firstWith(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.contains(word))
                .map(NodeLog::plain)
                .filter(line -> !line.isEmpty() && !isHeading(line))
                .findFirst();
    }

    private static boolean isHeading(String line) {
        return line.equals("BOOT FAILED") || line.startsWith("===") || line.equals("Error during startup:");
    }

    /// Without time, level and process.
    private static String plain(String line) {
        return line.replaceFirst("^\\d{4}-\\d\\d-\\d\\d \\S+ \\[\\w+] <[\\d.]+> ?", "")
                .strip();
    }
}
