package io.orderflow.payment.gateways.simulator;

import io.orderflow.payment.domain.Operation;
import io.orderflow.payment.domain.Operation.Charge;
import io.orderflow.payment.domain.Operation.Refund;
import io.orderflow.payment.domain.Outcome;
import io.orderflow.payment.gateways.simulator.LedgerEntry.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides what the simulated provider does, and keeps its books: each call is noted, and a key that has an entry gets
/// the same answer for ever. Works in the caller's transaction.
final class Clerk {
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final Ledger ledger;

    Clerk(Ledger ledger) {
        this.ledger = ledger;
    }

    Answer charge(Charge charge) {
        Answer answer = standing(charge).orElseGet(() -> {
            Optional<TestCard> card = TestCard.of(charge.token());
            int earlier = ledger.requests(charge.key());
            Reply reply = card.map(known -> known.charge(earlier)).orElseGet(() -> new Reply.Refuse("unknown-token"));
            return carryOut(reply, charge, new Form("sim_ch_", Kind.CAPTURE, Kind.DECLINE), card.orElse(null));
        });
        ledger.note(charge, "charge", answer.told());
        return answer;
    }

    Answer refund(Refund refund) {
        Answer answer = standing(refund).orElseGet(() -> {
            Optional<TestCard> card = ledger.cardOf(refund.orderId(), refund.chargeReference());
            int earlier = ledger.requests(refund.key());
            boolean refusedBefore = ledger.refusedBefore(refund.orderId());
            Reply reply = card.orElse(TestCard.APPROVED).refund(earlier, refusedBefore);
            return carryOut(reply, refund, new Form("sim_re_", Kind.REFUND, Kind.REFUND_REFUSED), card.orElse(null));
        });
        ledger.note(refund, "refund", answer.told());
        return answer;
    }

    private Optional<Answer> standing(Operation operation) {
        return ledger.find(operation.key()).map(Answer::of);
    }

    private Answer carryOut(Reply reply, Operation operation, Form form, @Nullable TestCard card) {
        return switch (reply) {
            case Reply.Move move -> {
                LedgerEntry standing = ledger.book(form.entry(operation, form.moved(), null), card);
                yield move.told() ? Answer.of(standing) : Answer.none("time-out");
            }
            case Reply.Refuse refuse ->
                Answer.of(ledger.book(form.entry(operation, form.refused(), refuse.reason()), card));
            case Reply.Busy _ -> new Answer(new Outcome.NotYet(BUSY), "busy");
            case Reply.Nothing nothing -> Answer.none(nothing.error());
        };
    }

    /// How one kind of operation stands in the books.
    private record Form(String prefix, Kind moved, Kind refused) {
        LedgerEntry entry(Operation operation, Kind kind, @Nullable String reason) {
            UUID key = operation.key();
            String reference = prefix + key.toString().replace("-", "");
            return new LedgerEntry(key, operation.orderId(), kind, operation.amount(), reference, reason);
        }
    }
}
