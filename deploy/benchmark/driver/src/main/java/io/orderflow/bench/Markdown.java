package io.orderflow.bench;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The report as a person reads it.
final class Markdown {
    private static final String NOT_GUARANTEED = """
            The usual way saves a row and sends a message, six times; no outbox, no inbox, no confirms. It does **not** guarantee
            what Orderflow does: an order whose message was not sent when a process died is never heard of again, one whose
            transaction failed after the message was sent is shipped all the same, a message that comes twice charges and
            deducts twice, a parcel whose timer was in memory is never delivered, the same request sent again is another
            order, and one message that cannot be handled is tried again for ever in front of all others.

            Both have the same requests, events (nine a saga), broker, PostgreSQL server, JVM options and simulated delays:
            payment provider and carrier answer at once, a parcel arrives 5 s after it was shipped, which is not measured.
            """;

    private final Report report;

    Markdown(Report report) {
        this.report = report;
    }

    String text() {
        var text = new StringBuilder();
        text.append("# Orderflow, measured\n\n").append(machine());
        if (report.shortForm()) {
            text.append("\nThis was the short form: it shows that the measurement works; its figures are rough.\n");
        }
        Side usualWay = report.usualWay();
        if (usualWay != null) {
            text.append("\n## Beside the usual way\n\n");
            text.append(Figure.table(report.orderflow().name(), report.orderflow(), usualWay.name(), usualWay));
            text.append("\nThe ratio is Orderflow's figure over the usual way's.\n\n")
                    .append(NOT_GUARANTEED);
        }
        text.append("\n![Sagas a second](rate.svg)\n\n![Latency](latency.svg)\n\n");
        text.append(side(report.orderflow()));
        if (usualWay != null) {
            text.append(side(usualWay));
        }
        return text.toString();
    }

    private String machine() {
        Machine machine = report.machine();
        return """
                %s; %d cores, %d MiB, %s; load average before: %s.
                JDK: %s. RabbitMQ %s, PostgreSQL %s.

                `deploy/up` from nothing to all healthy: %s s.
                """.formatted(
                        report.at(),
                        machine.cores(),
                        machine.memoryMiB(),
                        machine.kernel(),
                        machine.load() < 0 ? "not told" : number(machine.load()),
                        machine.jdk(),
                        machine.broker(),
                        machine.postgres(),
                        number(report.upSeconds()));
    }

    private static String side(Side side) {
        Closed closed = side.closed();
        Open open = side.open();
        var text = new StringBuilder("## " + side.name() + "\n\n");
        text.append("Nothing lost: ")
                .append(side.tally().nothingLost() ? "yes" : "**no**")
                .append("; ");
        text.append(side.tally())
                .append(". Busy answers (503): ")
                .append(side.tally().busy());
        text.append(", requests that failed and were sent again: ")
                .append(side.tally().errors())
                .append(".\n\n");
        text.append("| in flight | sagas a second |\n|---:|---:|\n");
        closed.search()
                .forEach(level -> text.append("| %d | %s |%n".formatted(level.inFlight(), number(level.rate()))));
        text.append("%nRounds with %d in flight: %s sagas a second; best %s, median %s, with everything done %s."
                .formatted(
                        closed.inFlight(),
                        String.join(
                                ", ",
                                closed.rounds().stream().map(Markdown::number).toList()),
                        number(closed.best()),
                        number(closed.median()),
                        number(closed.settled())));
        text.append(
                " The last queue was empty %s s after the last request.%n%n".formatted(number(closed.drainSeconds())));
        text.append("| ms, at | count | p50 | p90 | p99 | max |\n|---|---:|---:|---:|---:|---:|\n");
        String constant = open.rate() + " a second: ";
        text.append(latency(constant + "POST", open.post()));
        text.append(latency(constant + "saga", open.saga()));
        text.append(latency("full speed: saga", closed.saga())).append('\n');
        text.append(costs(side));
        return text.toString();
    }

    private static String latency(String name, Latency latency) {
        return "| %s | %d | %s | %s | %s | %s |%n"
                .formatted(
                        name,
                        latency.count(),
                        number(latency.p50()),
                        number(latency.p90()),
                        number(latency.p99()),
                        number(latency.max()));
    }

    private static String costs(Side side) {
        Costs open = side.open().costs();
        Costs closed = side.closed().costs();
        Costs idle = side.idle();
        var text = new StringBuilder("""
                | | CPU ms a saga, constant rate | full speed | CPU ms a minute at rest | transactions a saga, constant rate \
                | full speed | a minute at rest | RSS/PSS MiB at rest | under load |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|
                """);
        Set<String> names = new LinkedHashSet<>(open.cpuMillis().keySet());
        for (String name : names) {
            text.append("| %s | %s | %s | %s | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            name,
                            of(open.cpuMillis(), name),
                            of(closed.cpuMillis(), name),
                            of(idle.cpuMillis(), name),
                            of(open.transactions(), name),
                            of(closed.transactions(), name),
                            of(idle.transactions(), name),
                            memory(side.rest(), name),
                            memory(side.busy(), name)));
        }
        text.append("\n| messages | a saga, constant rate | full speed | a minute at rest |\n|---|---:|---:|---:|\n");
        for (String name : open.messages().keySet()) {
            text.append("| %s | %s | %s | %s |%n"
                    .formatted(
                            name, of(open.messages(), name), of(closed.messages(), name), of(idle.messages(), name)));
        }
        return text.append('\n').toString();
    }

    private static String of(Map<String, Double> parts, String name) {
        Double part = parts.get(name);
        return part == null ? "" : number(part);
    }

    private static String memory(Map<String, Resident> memory, String name) {
        Resident resident = memory.get(name);
        return resident == null ? "" : "%.0f/%.0f".formatted(resident.rssMiB(), resident.pssMiB());
    }

    /// A number with as many digits as say something.
    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
