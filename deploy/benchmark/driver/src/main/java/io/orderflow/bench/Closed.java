package io.orderflow.bench;

import java.util.List;

/// What the closed loop found: as many sagas as the system can end.
///
/// @param search       the levels that were tried
/// @param inFlight     the best of them
/// @param rounds       the rate of each round at it, sagas a second
/// @param settled      the rate at which everything was done that belongs to the rounds' sagas, letters and analytics
///                     included: their number over the time until no queue held anything, but for the
/// carrier's delay
/// @param drainSeconds how long after the last request that was, the carrier's delay included
/// @param saga         how long the sagas of the rounds took
/// @param costs        for each of their sagas
record Closed(
        List<Level> search,
        int inFlight,
        List<Double> rounds,
        double settled,
        double drainSeconds,
        Latency saga,
        Costs costs) {
    double best() {
        return rounds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return 0;
        }
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
