package io.orderflow.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What `deploy/ops` shows of parked messages, and does about them.
final class OpsParked {
    private static final List<String> FIELDS = List.of(
            "messageId",
            "type",
            "source",
            "subject",
            "causationId",
            "traceparent",
            "sentAt",
            "attempts",
            "because",
            "since",
            "redeliveries",
            "size",
            "encoding");

    private final Actuators actuators;
    private final Progress progress;

    OpsParked(Actuators actuators, Progress progress) {
        this.actuators = actuators;
        this.progress = progress;
    }

    /// Prints a service's groups.
    void groups(Service service) {
        JsonNode all = actuators.get(service, "/parked", Map.of());
        long count = all.path("count").asLong();
        progress.print(service.id() + ": " + (count == 0 ? "nothing parked" : count + " parked")
                + (all.path("truncated").asBoolean(false)
                        ? ", of which " + all.path("seen").asLong() + " were looked at"
                        : "")
                + "\n");
        for (JsonNode group : all.path("groups")) {
            progress.print("  %s  %5d  %s  %s%n         since %s, keys %s%n"
                    .formatted(
                            group.path("group").asString(""),
                            group.path("count").asLong(),
                            group.path("type").asString(""),
                            group.path("cause").asString(""),
                            Ops.seconds(group.path("oldest").asString("an unknown time")),
                            group.path("sample")
                                    .valueStream()
                                    .map(key -> key.asString(""))
                                    .collect(Collectors.joining(" "))));
        }
        run(all.path("running"), "goes on");
        run(all.path("last"), "ended");
    }

    private void run(JsonNode run, String how) {
        if (run.isObject()) {
            progress.print("  %s of %s (record %d, by %s) %s: %d of %d done%s%n"
                    .formatted(
                            run.path("action").asString(""),
                            run.path("group").isString()
                                    ? "group " + run.path("group").asString("")
                                    : "all",
                            run.path("record").asLong(),
                            run.path("by").asString(""),
                            how,
                            run.path("done").asLong(),
                            run.path("found").asLong(),
                            run.path("trouble").isString()
                                    ? "; " + run.path("trouble").asString("")
                                    : ""));
        }
    }

    /// Prints one message, or its body alone.
    void show(OpsWords asked) {
        JsonNode message = actuators.get(Ops.only(asked), path(asked), Map.of());
        String body = message.path("body").asString("");
        if (asked.flags().contains("only-body")) {
            progress.print(body + "\n");
            return;
        }
        for (String field : FIELDS) {
            if (message.path(field).isValueNode() && !message.path(field).isNull()) {
                progress.print("%-13s %s%n".formatted(field, message.path(field).asString("")));
            }
        }
        message.path("headers")
                .properties()
                .forEach(header -> progress.print("header        %s = %s%n"
                        .formatted(
                                header.getKey(),
                                header.getValue().isValueNode()
                                        ? header.getValue().asString("")
                                        : header.getValue().toString())));
        progress.print("\n" + body + "\n");
    }

    /// Replays or discards one, a group, or all.
    void act(OpsWords asked) {
        Map<String, Object> body = new LinkedHashMap<>(asked.options());
        body.put("action", asked.verb().word());
        if (asked.key().isPresent()) {
            done(actuators.post(Ops.only(asked), path(asked), body));
            return;
        }
        if (asked.flags().contains("all")) {
            body.put("all", true);
        }
        JsonNode begun = actuators.post(Ops.only(asked), "/parked", body);
        progress.print("%s of %d begun (record %d): deploy/ops parked %s tells how far it is%n"
                .formatted(
                        asked.verb().word(),
                        begun.path("found").asLong(),
                        begun.path("record").asLong(),
                        Ops.only(asked).id()));
    }

    /// Gives the service a message with another body.
    void edit(OpsWords asked) {
        Map<String, Object> body = new LinkedHashMap<>(asked.options());
        body.put("action", "edit");
        body.put("body", read(asked.options().getOrDefault("body", "")));
        done(actuators.post(Ops.only(asked), path(asked), body));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new Refused("The file " + file + " cannot be read as text.", unreadable);
        }
    }

    private void done(JsonNode done) {
        progress.print("%s of %s done (record %d)%s%n"
                .formatted(
                        done.path("action").asString(""),
                        done.path("key").asString(""),
                        done.path("record").asLong(),
                        done.path("messageId").isString()
                                ? ", as message " + done.path("messageId").asString("")
                                : ""));
    }

    private static String path(OpsWords asked) {
        return "/parked/" + Actuators.encoded(asked.key().orElseThrow());
    }
}
