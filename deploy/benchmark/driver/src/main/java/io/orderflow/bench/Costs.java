package io.orderflow.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/// What was used between two snapshots, for each saga or for each minute.
///
/// @param of           how many sagas or minutes
/// @param cpuMillis    milliseconds of a core, by process
/// @param transactions committed, by service
/// @param rows         inserted, updated or deleted, by service
/// @param messages     `published`, `confirmed`, `delivered`, `redelivered`
record Costs(
        double of,
        Map<String, Double> cpuMillis,
        Map<String, Double> transactions,
        Map<String, Double> rows,
        Map<String, Double> messages) {
    private static final double MILLIS_PER_SECOND = 1000;

    /// What each of so many things cost.
    ///
    /// @param ticksPerSecond how many of the snapshots' ticks are a second
    static Costs between(Snapshot before, Snapshot after, double of, int ticksPerSecond) {
        double each = of > 0 ? 1 / of : 0;
        return new Costs(
                of,
                difference(before.cpu(), after.cpu(), each * MILLIS_PER_SECOND / ticksPerSecond),
                difference(before.transactions(), after.transactions(), each),
                difference(before.rows(), after.rows(), each),
                difference(before.messages(), after.messages(), each));
    }

    /// All but the driver: what the system itself takes.
    double systemCpuMillis() {
        return total(cpuMillis) - driverCpuMillis();
    }

    double driverCpuMillis() {
        return cpuMillis.getOrDefault("driver", 0.0);
    }

    static double total(Map<String, Double> parts) {
        return parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Map<String, Double> difference(Map<String, Long> before, Map<String, Long> after, double factor) {
        var difference = new LinkedHashMap<String, Double>();
        after.forEach((name, now) -> difference.put(name, (now - before.getOrDefault(name, 0L)) * factor));
        return difference;
    }
}
