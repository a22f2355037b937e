package io.orderflow.mutants;

import static io.orderflow.mutants.Mutant.mutant;
import static io.orderflow.mutants.Part.INVENTORY;
import static io.orderflow.mutants.Part.MESSAGING;
import static io.orderflow.mutants.Part.MESSAGING_CHECK;
import static io.orderflow.mutants.Part.PAYMENT;

import java.util.List;

/// Work, money and stock: each is done once, charged once, sold once, whoever is at it at the same time.
final class OwnStateMutants {
    private static final String STOCK_ROWS = "gateways.StockRowsTest#";

    private OwnStateMutants() {}

    static List<Mutant> all() {
        return List.of(
                mutant("zombie-concludes")
                        .breaking("Who was frozen while its lease ran out changes nothing.")
                        .in(MESSAGING, "work/Concluder.java")
                        .replacing("ours.contains(done.claim().key())", "!ours.contains(null)")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "work.WorkTest#whoever_was_frozen_while_its_lease_ran_out_changes_nothing"),
                mutant("a-group-suffers-for-one")
                        .breaking("Whoever is in a group with one that fails is none the worse.")
                        .in(MESSAGING, "group/GroupCommit.java")
                        .replacing(
                                "group.forEach(this::alone);",
                                "group.forEach(each -> each.outcome = new Outcome.Refused<>(failure));")
                        .caughtBy(MESSAGING, "group.GroupCommitTest#a_group_that_fails_is_run_again_one_by_one"),
                mutant("answered-before-the-commit")
                        .breaking("Nobody in a group is told anything before all of it is committed.")
                        .in(MESSAGING, "group/GroupCommit.java")
                        .replacing(
                                "List<Waiting<T, R>> group = next(); try { settle(group);",
                                "List<Waiting<T, R>> group = next(); try { group.forEach(Waiting::wake); settle(group);")
                        .caughtBy(
                                MESSAGING,
                                "group.GroupCommitTest#whoever_comes_meanwhile_goes_together_and_each_is_told_its_own"),
                mutant("zombie-gives-back")
                        .breaking("Who was frozen while its lease ran out does not give back what another has.")
                        .in(MESSAGING, "work/ClaimTable.java")
                        .replacing("where %2$s = ? and lease = ?", "where %2$s = ? and ?::uuid is not null")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "work.ClaimTableTest#who_was_frozen_does_not_give_back_what_another_has"),
                mutant("waits-for-a-locked-row")
                        .breaking("A row of work that somebody has locked holds up no other.")
                        .in(MESSAGING, "work/ClaimTable.java")
                        .replacing("for no key update skip locked", "for no key update")
                        .caughtBy(
                                MESSAGING_CHECK,
                                "work.ClaimTableTest#a_due_row_that_somebody_has_locked_holds_up_no_other"),
                mutant("work-locked-unsorted")
                        .breaking("Who concludes several rows of work locks them in the order of their keys.")
                        .in(MESSAGING, "work/ClaimTable.java")
                        .replacing("and lease = any(?) order by %2$s for", "and lease = any(?) for")
                        .caughtBy(MESSAGING_CHECK, "work.ClaimTableTest#rows_are_locked_in_the_order_of_their_keys"),
                mutant("random-key-of-a-charge")
                        .breaking("A charge has the same idempotency key for ever, even after a restored backup.")
                        .in(PAYMENT, "domain/Operation.java")
                        .replacing("IdempotencyKey.of(orderId, \"charge\", 1)", "UUID.randomUUID()")
                        .caughtBy(PAYMENT, "domain.IdempotencyKeyTest#the_same_operation_has_the_same_key_for_ever"),
                mutant("another-key-for-an-unknown-refund")
                        .breaking("A refund of unknown outcome keeps its key: another one only on proof.")
                        .in(PAYMENT, "domain/Payment.java")
                        .replacing(
                                "case Outcome.RefundFailed it -> refunded("
                                        + "PaymentState.REFUND_FAILED, Verdict.not(it.reason(), now));",
                                "case Outcome.RefundFailed it -> { refundSequence++; refunded("
                                        + "PaymentState.REFUND_FAILED, Verdict.not(it.reason(), now)); }")
                        .caughtBy(
                                PAYMENT, "domain.PaymentTest#a_refund_with_an_unknown_outcome_keeps_its_key_for_ever"),
                mutant("silence-is-a-refusal")
                        .breaking("A time-out of the provider is no failure: a charge is never given up.")
                        .in(PAYMENT, "reactions/MovingMoney.java")
                        .replacing("Outcome.OfCharge outcome = provider.charge(charge);", """
                                Outcome.OfCharge outcome;
                                try {
                                    outcome = provider.charge(charge);
                                } catch (OutcomeUnknown silence) {
                                    return new Outcome.Declined("provider-unavailable");
                                }
                                """)
                        .caughtBy(PAYMENT, "reactions.MovingMoneyTest#a_charge_is_never_given_up(int)"),
                mutant("asked-again-without-a-look")
                        .breaking("After a try of which nothing is known, the provider is asked what it knows.")
                        .in(PAYMENT, "reactions/MovingMoney.java")
                        .replacing(
                                "attempt.askedBefore() ? provider.find(attempt.operation().key()) : Optional.empty()",
                                "Optional.empty()")
                        .caughtBy(
                                PAYMENT,
                                "reactions.MovingMoneyTest"
                                        + "#a_charge_that_may_have_been_asked_for_is_completed_although_it_is_called_"
                                        + "off"),
                mutant("payments-locked-unsorted")
                        .breaking("Who locks several payments locks them in the order of their keys.")
                        .in(PAYMENT, "gateways/Payments.java")
                        .replacing("p.orderId in :orderIds order by p.orderId", "p.orderId in :orderIds")
                        .caughtBy(PAYMENT, "gateways.PaymentRowsTest#payments_are_locked_in_the_order_of_their_keys"),
                mutant("stock-locked-unsorted")
                        .breaking("Who locks several products locks them in the order of their SKUs.")
                        .in(INVENTORY, "gateways/Products.java")
                        .replacing("p.sku in :skus order by p.sku", "p.sku in :skus")
                        .caughtBy(INVENTORY, STOCK_ROWS + "products_are_locked_in_the_order_of_their_skus"),
                mutant("decision-without-a-look-at-stock")
                        .breaking("An order for more than there is takes nothing, and the next one gets it.")
                        .in(INVENTORY, "domain/Lines.java")
                        .replacing("line.available() < line.requested()", "line.requested() < 0")
                        .caughtBy(
                                INVENTORY,
                                "domain.HotProductTest"
                                        + "#the_orders_of_a_batch_take_from_the_same_stock_one_after_the_other"),
                mutant("take-more-than-there-is")
                        .breaking("No more is taken from a product than is there.")
                        .in(INVENTORY, "domain/Product.java")
                        .replacing("quantity < 1 || quantity > onHand", "quantity < 1")
                        .caughtBy(INVENTORY, "domain.ProductTest#no_more_is_taken_than_is_there"),
                mutant("stock-below-zero")
                        .breaking("Even a wrong decision does not bring the stock below zero.")
                        .in(INVENTORY, "db/migration/V1__products_and_deductions.sql")
                        .replacing("check (on_hand >= 0), listed_on_hand", ", listed_on_hand")
                        .caughtBy(INVENTORY, STOCK_ROWS + "the_database_itself_keeps_the_stock_at_zero_or_above"));
    }
}
