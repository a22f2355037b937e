package io.orderflow.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// One number that is compared.
///
/// @param name         what it is, with its unit
/// @param moreIsBetter true of rates, false of what things cost
/// @param of           where it is found
record Figure(String name, boolean moreIsBetter, ToDoubleFunction<Side> of) {
    static final List<Figure> ALL = List.of(
            more(
                    "sagas a second at full speed, median of the rounds",
                    side -> side.closed().median()),
            more("the same, best round", side -> side.closed().best()),
            more(
                    "the same, with all letters and analytics done",
                    side -> side.closed().settled()),
            less("CPU a saga at full speed, ms", side -> side.closed().costs().systemCpuMillis()),
            less("… of the six services", side -> services(side.closed().costs())),
            less("… of PostgreSQL", side -> cpu(side.closed().costs(), "PostgreSQL")),
            less("… of RabbitMQ", side -> cpu(side.closed().costs(), "RabbitMQ")),
            less(
                    "CPU a saga at the constant rate, ms",
                    side -> side.open().costs().systemCpuMillis()),
            less("POST p50 at the constant rate, ms", side -> side.open().post().p50()),
            less("POST p99 at the constant rate, ms", side -> side.open().post().p99()),
            less("POST max at the constant rate, ms", side -> side.open().post().max()),
            less("saga p50 at the constant rate, ms", side -> side.open().saga().p50()),
            less("saga p99 at the constant rate, ms", side -> side.open().saga().p99()),
            less("saga max at the constant rate, ms", side -> side.open().saga().max()),
            less(
                    "transactions a saga at full speed",
                    side -> Costs.total(side.closed().costs().transactions())),
            less(
                    "transactions a saga at the constant rate",
                    side -> Costs.total(side.open().costs().transactions())),
            less("rows written a saga", side -> Costs.total(side.open().costs().rows())),
            less(
                    "messages published a saga",
                    side -> side.open().costs().messages().getOrDefault("published", 0.0)),
            less(
                    "messages delivered to services a saga",
                    side -> side.open().costs().messages().getOrDefault("delivered", 0.0)),
            less("CPU at rest, ms a minute", side -> side.idle().systemCpuMillis()),
            less("memory under load, MiB", Figure::memory),
            less("orders without an end", side -> side.tally().lost()));

    private static Figure more(String name, ToDoubleFunction<Side> of) {
        return new Figure(name, true, of);
    }

    private static Figure less(String name, ToDoubleFunction<Side> of) {
        return new Figure(name, false, of);
    }

    /// A Markdown table of one side beside the other, with how many times as much the first has.
    static String table(String one, Side first, String other, Side second) {
        var table = new StringBuilder("| | %s | %s | ratio | |%n|---|---:|---:|---:|---|%n".formatted(one, other));
        for (Figure figure : ALL) {
            double here = figure.of().applyAsDouble(first);
            double there = figure.of().applyAsDouble(second);
            table.append("| %s | %s | %s | %s | %s |%n"
                    .formatted(
                            figure.name(),
                            Markdown.number(here),
                            Markdown.number(there),
                            ratio(here, there),
                            figure.verdict(here, there)));
        }
        return table.toString();
    }

    /// How many times as much; a dash where there is nothing to divide by.
    static String ratio(double here, double there) {
        return there > 0 ? "%s×".formatted(Markdown.number(here / there)) : "–";
    }

    /// Which way it goes; nothing where the two are within five in a hundred.
    String verdict(double here, double there) {
        double larger = Math.max(Math.abs(here), Math.abs(there));
        if (Math.abs(here - there) <= larger * 0.05) {
            return "";
        }
        return (here > there) == moreIsBetter ? "better" : "worse";
    }

    private static double cpu(Costs costs, String process) {
        return costs.cpuMillis().getOrDefault(process, 0.0);
    }

    private static double services(Costs costs) {
        return Subject.SERVICES.stream()
                .mapToDouble(service -> cpu(costs, service))
                .sum();
    }

    /// What is shared is counted once where the kernel tells.
    private static double memory(Side side) {
        return side.busy().entrySet().stream()
                .filter(process -> !process.getKey().equals("driver"))
                .map(process -> process.getValue())
                .mapToDouble(process -> process.pssMiB() > 0 ? process.pssMiB() : process.rssMiB())
                .sum();
    }
}
