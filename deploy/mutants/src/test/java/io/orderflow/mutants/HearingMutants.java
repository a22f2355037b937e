package io.orderflow.mutants;

import static io.orderflow.mutants.Mutant.mutant;
import static io.orderflow.mutants.Part.MESSAGING;
import static io.orderflow.mutants.Part.MESSAGING_CHECK;

import java.util.List;

/// Inbox, batches and acknowledgements: each event takes effect once, and one that fails is nobody else's trouble.
final class HearingMutants {
    private HearingMutants() {}

    static List<Mutant> all() {
        return List.of(
                mutant("ack-before-the-commit")
                        .breaking("A message is acknowledged after its reaction has committed.")
                        .in(MESSAGING, "inbox/Consumer.java")
                        .replacing(
                                "batch.settle(messages); channel.basicAck(messages.getLast().tag(), true);",
                                "channel.basicAck(messages.getLast().tag(), true); batch.settle(messages);")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "inbox.AcknowledgingTest#a_message_whose_reaction_has_not_committed_comes_again"),
                mutant("no-inbox")
                        .breaking("An event that was heard before takes no effect again.")
                        .in(MESSAGING, "inbox/InboxTable.java")
                        .replacing("return fresh;", "return new HashSet<>(ids);")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "inbox.OneTransactionTest#an_event_that_was_heard_takes_no_effect_again"),
                mutant("inbox-in-another-transaction")
                        .breaking("An event counts as heard if, and only if, its reaction has committed.")
                        .in(MESSAGING, "inbox/Reacting.java")
                        .replacing("""
                                Integer news = transactions.execute(_ -> {
                                    Set<UUID> fresh = inbox.insert(byId.keySet());
                                """, """
                                Set<UUID> noted = inbox.insert(byId.keySet());
                                Integer news = transactions.execute(_ -> {
                                    Set<UUID> fresh = noted;
                                """)
                        .caughtBy(
                                MESSAGING_CHECK,
                                "inbox.OneTransactionTest#an_event_whose_reaction_failed_was_not_heard"),
                mutant("twice-in-one-batch")
                        .breaking("An event that is twice in one batch takes effect once.")
                        .in(MESSAGING, "inbox/Reacting.java")
                        .replacing("""
                                byId.forEach((id, message) -> {
                                    if (fresh.contains(id)) {
                                """, """
                                messages.forEach(message -> {
                                    if (fresh.contains(message.envelope().eventId())) {
                                """)
                        .caughtBy(
                                MESSAGING_CHECK,
                                "inbox.OneTransactionTest#an_event_that_is_twice_in_one_batch_takes_effect_once"),
                mutant("inbox-unsorted")
                        .breaking("Instances that were given the same events wait for each other in the same order.")
                        .in(MESSAGING, "inbox/InboxTable.java")
                        .replacing("as id order by id", "as id")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "inbox.OneTransactionTest#who_hears_the_same_events_in_another_order_waits_"
                                        + "without_a_deadlock"),
                mutant("poison-stops-the-batch")
                        .breaking("What cannot be read is parked, and its neighbours are heard.")
                        .in(MESSAGING, "inbox/Batch.java")
                        .replacing("park(message, String.valueOf(unreadable.getMessage()));", "throw unreadable;")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "inbox.BatchTest#what_cannot_be_read_is_parked_and_its_neighbours_are_heard"),
                mutant("poison-parks-the-batch")
                        .breaking("What cannot be read is parked alone.")
                        .in(MESSAGING, "inbox/Batch.java")
                        .replacing(
                                "park(message, String.valueOf(unreadable.getMessage()));",
                                "for (Message each : messages) { park(each, \"unreadable\"); } return;")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "inbox.BatchTest#what_cannot_be_read_is_parked_and_its_neighbours_are_heard"),
                mutant("batch-climbs-as-a-whole")
                        .breaking("Of a batch that fails, only the message that fails alone climbs the ladder.")
                        .in(MESSAGING, "inbox/Batch.java")
                        .replacing("alone(message);", "ladder.climb(message.message(), \"its batch failed\");")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "inbox.BatchTest#of_a_batch_that_fails_only_the_culprit_climbs_the_ladder"),
                mutant("absent-database-burns-attempts")
                        .breaking("A database that is away is waited for, and costs no message an attempt.")
                        .in(MESSAGING, "inbox/Batch.java")
                        .replacing("Failure.of(failure) != Failure.DATABASE_AWAY", "failures > 0")
                        .caughtBy(MESSAGING_CHECK, "inbox.BatchTest#a_database_that_goes_away_costs_no_attempt"),
                mutant("broken-connection-blamed-on-the-reaction")
                        .breaking("A connection that breaks is told from a reaction that fails.")
                        .in(MESSAGING, "inbox/Failure.java")
                        .replacing("return state.startsWith(\"08\") ||", "return")
                        .caughtBy(
                                MESSAGING,
                                "inbox.FailureTest#the_databases_own_word_decides"
                                        + "(java.lang.String, io.orderflow.messaging.inbox.Failure)"),
                mutant("crash-loop-without-an-end")
                        .breaking("A message that ends the process again and again is parked.")
                        .in(MESSAGING, "inbox/Batch.java")
                        .replacing("message.redeliveries() >= CRASH_LOOP", "message.redeliveries() < 0")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "inbox.BadMessagesTest#a_message_that_ends_the_process_again_and_again_is_parked"),
                mutant("suspect-among-others")
                        .breaking("A message that came back five times takes no neighbour with it when it ends the"
                                + " process.")
                        .in(MESSAGING, "inbox/Batch.java")
                        .replacing("return message.redeliveries() >= SUSPICIOUS;", "return false;")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "inbox.AcknowledgingTest#beside_a_message_that_keeps_coming_back_each_is_"
                                        + "acknowledged_by_itself"),
                mutant("copy-not-confirmed")
                        .breaking("A message is put away when the broker has confirmed the copy, not before.")
                        .in(MESSAGING, "inbox/Ladder.java")
                        .replacing("channel.waitForConfirmsOrDie(PATIENCE_MILLIS);", "")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "inbox.LadderTest#a_message_whose_copy_the_broker_refuses_is_not_put_away"),
                mutant("copy-to-nowhere")
                        .breaking("A message whose copy no queue takes is not put away.")
                        .in(MESSAGING, "inbox/Ladder.java")
                        .replacing("if (returned.get())", "if (false)")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "inbox.LadderTest#a_message_whose_copy_no_queue_takes_is_not_put_away"));
    }
}
