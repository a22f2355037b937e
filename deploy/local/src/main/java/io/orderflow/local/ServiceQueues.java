package io.orderflow.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The queues of one service: parking, events, and the ladder of retries. The services declare the very same ones, so
/// the arguments here and there must be equal.
final class ServiceQueues {
    private static final Map<String, Integer> LADDER = ladder();

    /// Out of reach: every look at what is parked counts as a delivery, and at the limit a message would be destroyed.
    private static final int PARKING_DELIVERIES = 1_000_000;

    /// One queue.
    ///
    /// @param name      its name
    /// @param arguments its arguments
    /// @param boundAs   the key of the service's own exchange that leads to it
    record Queue(String name, Map<String, Object> arguments, Optional<String> boundAs) {}

    private ServiceQueues() {}

    /// Parking first: a dead-letter target that comes late stalls what is to be dead-lettered.
    static List<Queue> of(String service) {
        var queues = new ArrayList<Queue>();
        queues.add(new Queue(
                service + ".parking",
                Map.of("x-queue-type", "quorum", "x-delivery-limit", PARKING_DELIVERIES),
                Optional.of("parking")));
        queues.add(new Queue(
                service + ".events",
                Map.of(
                        "x-queue-type", "quorum",
                        "x-delivery-limit", 1000,
                        "x-dead-letter-exchange", service,
                        "x-dead-letter-routing-key", "parking",
                        "x-dead-letter-strategy", "at-least-once",
                        "x-overflow", "reject-publish"),
                Optional.of("again")));
        LADDER.forEach((step, millis) -> queues.add(new Queue(
                service + "." + step,
                Map.of(
                        "x-queue-type", "quorum",
                        "x-message-ttl", millis,
                        "x-dead-letter-exchange", service,
                        "x-dead-letter-routing-key", "again",
                        "x-dead-letter-strategy", "at-least-once",
                        "x-overflow", "reject-publish"),
                Optional.of(step))));
        return List.copyOf(queues);
    }

    private static Map<String, Integer> ladder() {
        var steps = new LinkedHashMap<String, Integer>();
        steps.put("retry.5s", 5_000);
        steps.put("retry.60s", 60_000);
        steps.put("retry.600s", 600_000);
        return steps;
    }
}
