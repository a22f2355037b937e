package io.orderflow.local;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Prints the timeline of one order, each entry once, as it comes.
final class Story {
    private final Progress progress;
    private final Set<JsonNode> told = new HashSet<>();
    private String status = "unknown";
    private @Nullable Instant beginning;

    Story(Progress progress) {
        this.progress = progress;
    }

    /// Tells what is new in this look at the order.
    void tell(JsonNode order) {
        status = order.path("status").asString(status);
        for (JsonNode entry : order.path("timeline")) {
            if (told.add(entry)) {
                progress.print("    %10s  %-32s %s%n"
                        .formatted(
                                since(entry.path("occurredAt").asString("")),
                                entry.path("type").asString(""),
                                entry.path("sentence").asString("")));
            }
        }
    }

    String status() {
        return status;
    }

    /// The time since the first entry, in seconds.
    private String since(String at) {
        if (at.isEmpty()) {
            return "";
        }
        Instant when = Instant.parse(at);
        if (beginning == null) {
            beginning = when;
        }
        return "%+.3f s".formatted(Duration.between(beginning, when).toMillis() / 1000.0);
    }
}
