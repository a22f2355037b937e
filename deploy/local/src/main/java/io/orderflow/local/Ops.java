package io.orderflow.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// `deploy/ops`: what operators see of the services' machinery, and do to it.
final class Ops {
    private final Actuators actuators;
    private final Progress progress;
    private final OpsParked parked;

    Ops(State state, Progress progress) {
        this.progress = progress;
        this.actuators = new Actuators(state);
        this.parked = new OpsParked(actuators, progress);
    }

    /// Does it.
    ///
    /// @throws Refused with what a service says is wrong
    void run(OpsWords asked) {
        switch (asked.verb()) {
            case PARKED -> each(asked, parked::groups);
            case SHOW -> parked.show(asked);
            case REPLAY, DISCARD -> parked.act(asked);
            case EDIT -> parked.edit(asked);
            case OUTBOX -> each(asked, this::outbox);
            case RECORD -> each(asked, this::record);
            case PAUSE, RESUME -> reactions(asked);
            case HISTORY -> history(asked);
            case SAY_AGAIN -> sayAgain(asked);
            case REPLAYS -> replays(only(asked));
            case CANCEL -> cancel(asked);
        }
    }

    /// One service after the other; one that does not answer is told of at the end, and hides none of the
    /// others.
    private static void each(OpsWords asked, Consumer<Service> what) {
        var troubles = new ArrayList<String>();
        for (Service service : asked.service().map(List::of).orElse(List.of(Service.values()))) {
            try {
                what.accept(service);
            } catch (Refused trouble) {
                troubles.add(trouble.getMessage());
            }
        }
        if (!troubles.isEmpty()) {
            throw new Refused(String.join("\n", troubles));
        }
    }

    static Service only(OpsWords asked) {
        return asked.service().orElseThrow();
    }

    private void outbox(Service service) {
        JsonNode outbox = actuators.get(service, "/outbox", Map.of());
        progress.print("%-13s %6d waiting, the oldest for %s, %d refused%n"
                .formatted(
                        service.id(),
                        outbox.path("backlog").asLong(),
                        outbox.path("age").asString(""),
                        outbox.path("refused").size()));
        outbox.path("refused").forEach(fact -> progress.print("  " + words(fact) + "\n"));
    }

    private void record(Service service) {
        JsonNode operations = actuators.get(service, "/operations", Map.of()).path("operations");
        if (operations.isEmpty()) {
            progress.print(service.id() + ": operators did nothing\n");
            return;
        }
        progress.print(service.id() + ":\n");
        operations.forEach(done -> progress.print("  %5d  %s  %-12s %-18s %s: %s%n"
                .formatted(
                        done.path("id").asLong(),
                        seconds(done.path("at").asString("")),
                        done.path("operator").asString(""),
                        done.path("action").asString(""),
                        done.path("subject").asString(""),
                        done.path("why").asString(""))));
    }

    private void reactions(OpsWords asked) {
        JsonNode state = actuators.post(
                only(asked),
                "/reactions",
                Map.of("action", asked.verb().word(), "why", asked.options().get("why")));
        progress.print(only(asked).id() + ": "
                + (state.path("paused").asBoolean(false)
                        ? "the reactions are paused, and what happens elsewhere waits in the queue\n"
                        : "the reactions go on\n"));
    }

    private void history(OpsWords asked) {
        JsonNode page = actuators.get(only(asked), "/replays/history", asked.options());
        page.path("facts")
                .forEach(fact -> progress.print("%s  %-28s %-36s %s%s%n"
                        .formatted(
                                seconds(fact.path("saidAt").asString("")),
                                fact.path("type").asString(""),
                                fact.path("about").asString(""),
                                fact.path("eventId").asString(""),
                                fact.path("publishedAt").isMissingNode()
                                                || fact.path("publishedAt").isNull()
                                        ? "  (waits)"
                                        : "")));
        if (page.path("facts").isEmpty()) {
            progress.print("Nothing of that kind was said, as far back as the outbox is kept.\n");
        } else if (!page.path("next").isMissingNode() && !page.path("next").isNull()) {
            progress.print("There is more: narrow it down, or give a larger --limit.\n");
        }
    }

    private void sayAgain(OpsWords asked) {
        Map<String, String> body = new LinkedHashMap<>(asked.options());
        Optional.ofNullable(body.remove("type")).ifPresent(types -> body.put("types", types));
        JsonNode begun = actuators.post(only(asked), "/replays", body);
        progress.print("%s says %d facts again at most: replay %d, see deploy/ops replays %1$s%n"
                .formatted(
                        only(asked).id(),
                        begun.path("atMost").asLong(),
                        begun.path("id").asLong()));
    }

    private void replays(Service service) {
        JsonNode replays = actuators.get(service, "/replays", Map.of()).path("replays");
        if (replays.isEmpty()) {
            progress.print(service.id() + ": nothing was said again\n");
        }
        replays.forEach(replay -> progress.print("  " + words(replay) + "\n"));
    }

    private void cancel(OpsWords asked) {
        String id = asked.key().orElseThrow();
        actuators.delete(
                only(asked),
                "/replays/" + Actuators.encoded(id),
                Map.of("why", asked.options().get("why")));
        progress.print("Replay " + id + " is cancelled.\n");
    }

    /// Every member that has a value, by its name.
    private static String words(JsonNode object) {
        return object.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .map(member -> member.getKey() + " "
                        + (member.getValue().isValueNode()
                                ? member.getValue().asString("")
                                : member.getValue().toString()))
                .collect(Collectors.joining(", "));
    }

    /// A time without its fraction.
    static String seconds(String time) {
        return time.replaceFirst("\\.\\d+", "");
    }
}
