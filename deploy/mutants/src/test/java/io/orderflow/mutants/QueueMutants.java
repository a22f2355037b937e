package io.orderflow.mutants;

import static io.orderflow.mutants.Mutant.mutant;
import static io.orderflow.mutants.Part.MESSAGING;
import static io.orderflow.mutants.Part.MESSAGING_CHECK;

import java.util.List;

/// What the service declares on the broker: nothing gets lost between its queues.
final class QueueMutants {
    private QueueMutants() {}

    static List<Mutant> all() {
        return List.of(
                mutant("events-dead-lettered-at-most-once")
                        .breaking("What the service's queue gives up reaches parking, however long parking is away.")
                        .in(MESSAGING, "broker/Topology.java")
                        .replacing(
                                "PARKING, \"x-dead-letter-strategy\", \"at-least-once\"",
                                "PARKING, \"x-dead-letter-strategy\", \"at-most-once\"")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "broker.TopologyTest#what_the_queue_gives_up_waits_for_parking_to_come_back"),
                mutant("ladder-dead-lettered-at-most-once")
                        .breaking("What has waited on a rung reaches the service's queue, however long that is away.")
                        .in(MESSAGING, "broker/Topology.java")
                        .replacing(
                                "AGAIN, \"x-dead-letter-strategy\", \"at-least-once\"",
                                "AGAIN, \"x-dead-letter-strategy\", \"at-most-once\"")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "broker.TopologyTest#what_has_waited_on_a_rung_waits_for_the_queue_to_come_back"),
                mutant("parking-declared-last")
                        .breaking("Parking is there before the queue that gives up to it.")
                        .in(MESSAGING, "broker/Topology.java")
                        .replacing("""
                                declareParking(channel.getConnection());
                                channel.queueBind(parking(), service, PARKING);
                                channel.queueDeclare(events(), true, false, false, eventsArguments());
                                """, """
                                channel.queueDeclare(events(), true, false, false, eventsArguments());
                                declareParking(channel.getConnection());
                                channel.queueBind(parking(), service, PARKING);
                                """)
                        .caughtBy(
                                MESSAGING_CHECK,
                                "broker.TopologyTest#parking_is_there_before_the_queue_that_gives_up_to_it"),
                mutant("put-away-with-its-senders-expiry")
                        .breaking("What waits in parking waits for ever, whatever its sender wished.")
                        .in(MESSAGING, "inbox/Ladder.java")
                        .replacing(".expiration(null)", "")
                        .caughtBy(MESSAGING_CHECK, "inbox.LadderTest#what_is_parked_stays_until_a_person_comes"));
    }
}
