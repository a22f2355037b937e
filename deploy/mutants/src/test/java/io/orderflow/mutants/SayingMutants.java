package io.orderflow.mutants;

import static io.orderflow.mutants.Mutant.mutant;
import static io.orderflow.mutants.Part.MESSAGING;
import static io.orderflow.mutants.Part.MESSAGING_CHECK;

import java.util.List;

/// Outbox, relay and replay: what a committed change said reaches the broker, and nothing else does.
final class SayingMutants {
    private SayingMutants() {}

    static List<Mutant> all() {
        return List.of(
                mutant("published-without-mandatory")
                        .breaking("A fact that no queue takes is kept, and sent once one does.")
                        .in(MESSAGING, "outbox/Publisher.java")
                        .replacing("to.keyOf(row), true,", "to.keyOf(row), false,")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "outbox.RelayInTroubleTest#a_fact_that_no_queue_takes_is_kept_and_sent_once_one_does"),
                mutant("published-stays-in-memory")
                        .breaking("What was published is not kept in memory for as long as the channel lives.")
                        .in(MESSAGING, "outbox/Publisher.java")
                        .replacing("open.removeShutdownListener(confirms);", "")
                        .caughtBy(MESSAGING_CHECK, "outbox.RelayTest#what_was_published_is_not_kept_in_memory"),
                mutant("marked-before-the-confirm")
                        .breaking("Nothing counts as sent before the broker has confirmed it.")
                        .in(MESSAGING, "outbox/Relay.java")
                        .replacing(
                                "sender.send(batch.rows(), Audience.ALL, (sent, setBack) -> { table.markPublished(sent);",
                                "table.markPublished(batch.rows());"
                                        + " sender.send(batch.rows(), Audience.ALL, (sent, setBack) -> {")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "outbox.RelayInTroubleTest"
                                        + "#without_a_confirm_nothing_is_known_and_so_the_same_event_is_sent_again"),
                mutant("returned-counts-as-sent")
                        .breaking("A message that the broker returned is not sent, although it is acked afterwards.")
                        .in(MESSAGING, "outbox/Confirms.java")
                        .replacing(
                                "acked.get(i) && !returned.containsKey(rows.get(i).eventId().toString())",
                                "acked.get(i)")
                        .caughtBy(MESSAGING, "outbox.ConfirmsTest#what_is_returned_and_then_acked_is_not_sent"),
                mutant("nack-counts-as-sent")
                        .breaking("A message that the broker nacks is not sent.")
                        .in(MESSAGING, "outbox/Confirms.java")
                        .replacing("acked.set(i, ack);", "acked.set(i);")
                        .caughtBy(MESSAGING, "outbox.ConfirmsTest#what_is_nacked_is_not_sent"),
                mutant("unanswered-counts-as-sent")
                        .breaking("A message on which the broker has said nothing is neither sent nor refused.")
                        .in(MESSAGING, "outbox/Confirms.java")
                        .replacing("if (acked.get(i) && !returned", "if (!returned")
                        .caughtBy(MESSAGING, "outbox.ConfirmsTest#what_is_not_answered_is_neither_sent_nor_refused"),
                mutant("outbox-read-by-a-cursor")
                        .breaking("A fact with a lower id that commits later than one with a higher id is sent, too.")
                        .in(MESSAGING, "outbox/OutboxTable.java")
                        .replacing(
                                "where published_at is null and (",
                                "where id > (select coalesce(max(id), 0) from outbox where published_at is not null)"
                                        + " and (")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "outbox.RelayTest#a_lower_id_that_commits_after_a_higher_one_was_published_"
                                        + "is_published_too"),
                mutant("outbox-written-after-the-commit")
                        .breaking("A change and what it says are committed together, or not at all.")
                        .in(MESSAGING, "outbox/Outbox.java")
                        .replacing("public void beforeCommit(boolean readOnly) {", "public void afterCommit() {")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "outbox.SayingTest#a_change_whose_facts_cannot_be_written_is_not_made"),
                mutant("not-persistent")
                        .breaking("What is said survives a restart of the broker on any durable queue.")
                        .in(MESSAGING, "outbox/OutboxRow.java")
                        .replacing("PERSISTENT = 2;", "PERSISTENT = 1;")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "outbox.RelayTest#what_was_said_is_published_with_its_envelope_and_marked"),
                mutant("another-id-for-each-try")
                        .breaking("A fact has the same id however often it is sent, so that readers know it again.")
                        .in(MESSAGING, "outbox/OutboxRow.java")
                        .replacing(".messageId(eventId.toString())", ".messageId(UUID.randomUUID().toString())")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "outbox.RelayInTroubleTest"
                                        + "#a_crash_between_publishing_and_marking_sends_the_same_event_again"),
                mutant("two-relays-at-once")
                        .breaking("One relay of a service is at work at a time, so that facts go in their order.")
                        .in(MESSAGING, "outbox/OutboxTable.java")
                        .replacing(
                                "return Boolean.TRUE.equals(jdbc.queryForObject(LOCK, Boolean.class));",
                                "jdbc.queryForObject(LOCK, Boolean.class); return true;")
                        .caughtBy(MESSAGING_CHECK, "outbox.RelayTest#only_one_relay_of_a_service_is_at_work"),
                mutant("waiting-day-dropped")
                        .breaking("A day of the outbox in which something waits is never dropped.")
                        .in(MESSAGING, "db/messaging/V0.1__outbox_and_inbox.sql")
                        .replacing("if not waits then", "if true then")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "outbox.PartitionsTest#an_old_day_in_which_something_waits_is_never_dropped"),
                mutant("marker-before-the-note")
                        .breaking("Who finds the broker empty notes the replay before the marker is made.")
                        .in(MESSAGING, "outbox/Marker.java")
                        .replacing("return Round.SOME; }", "return Round.SOME; } make(connection);")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "outbox.ReplayInTroubleTest#who_dies_before_the_replay_is_noted_leaves_no_marker"),
                mutant("replay-passes-the-unknown")
                        .breaking("A replay never passes a fact of which nothing is known.")
                        .in(MESSAGING, "outbox/Replay.java")
                        .replacing("!ahead.isEmpty() && settled.contains(ahead.element())", "!ahead.isEmpty()")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "outbox.ReplayInTroubleTest"
                                        + "#without_a_confirm_the_position_stays_and_the_same_facts_are_said_again"));
    }
}
