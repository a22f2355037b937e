package io.orderflow.payment.gateways.simulator;

import io.orderflow.payment.domain.Operation;
import io.orderflow.payment.domain.Operation.Charge;
import io.orderflow.payment.domain.Operation.Refund;
import io.orderflow.payment.domain.Outcome;
import io.orderflow.payment.gateways.simulator.Ledger.Draft;
import io.orderflow.payment.gateways.simulator.LedgerEntry.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides what the simulated provider does, and keeps its books: each call is noted, and a key that has an entry gets
/// the same answer for ever. Works in the caller's transaction, on all calls that came at the same time.
final class Clerk {
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final Ledger ledger;

    Clerk(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The answers to these calls, in their order.
    List<Answer> answer(List<? extends Operation> calls) {
        Map<UUID, LedgerEntry> standing =
                ledger.find(calls.stream().map(Operation::key).distinct().toList());
        List<? extends Operation> open =
                calls.stream().filter(call -> !standing.containsKey(call.key())).toList();
        Map<UUID, Integer> earlier =
                ledger.requests(open.stream().map(Operation::key).distinct().toList());
        Map<UUID, Decision> decisions = new LinkedHashMap<>();
        for (Operation call : open) {
            decisions.computeIfAbsent(call.key(), key -> decide(call, earlier.getOrDefault(key, 0)));
        }
        var drafts = decisions.values().stream()
                .<Draft>mapMulti((decision, next) -> {
                    if (decision.draft() != null) {
                        next.accept(decision.draft());
                    }
                })
                .toList();
        standing.putAll(ledger.book(drafts));
        var answers = new ArrayList<Answer>(calls.size());
        for (Operation call : calls) {
            @Nullable Decision decision = decisions.get(call.key());
            @Nullable LedgerEntry entry = standing.get(call.key());
            answers.add(decision == null ? Answer.of(require(entry)) : decision.answer(entry));
        }
        ledger.note(calls, answers.stream().map(Answer::told).toList());
        return answers;
    }

    private Decision decide(Operation call, int earlier) {
        return switch (call) {
            case Charge charge -> {
                @Nullable TestCard card = TestCard.of(charge.token()).orElse(null);
                Reply reply = card == null ? new Reply.Refuse("unknown-token") : card.charge(earlier);
                yield decision(reply, charge, new Form("sim_ch_", Kind.CAPTURE, Kind.DECLINE), card);
            }
            case Refund refund -> {
                @Nullable
                TestCard card = ledger.cardOf(refund.orderId(), refund.chargeReference())
                        .orElse(null);
                boolean refusedBefore = ledger.refusedBefore(refund.orderId());
                Reply reply = (card == null ? TestCard.APPROVED : card).refund(earlier, refusedBefore);
                yield decision(reply, refund, new Form("sim_re_", Kind.REFUND, Kind.REFUND_REFUSED), card);
            }
        };
    }

    private static Decision decision(Reply reply, Operation operation, Form form, @Nullable TestCard card) {
        return new Decision(
                reply,
                switch (reply) {
                    case Reply.Move _ -> new Draft(form.entry(operation, form.moved(), null), card);
                    case Reply.Refuse refuse -> new Draft(form.entry(operation, form.refused(), refuse.reason()), card);
                    case Reply.Busy _, Reply.Nothing _ -> null;
                });
    }

    private static LedgerEntry require(@Nullable LedgerEntry entry) {
        if (entry == null) {
            throw new IllegalStateException("what was booked is not there");
        }
        return entry;
    }

    /// What is done about a call that is not decided yet.
    ///
    /// @param draft what is to be booked; null for nothing
    private record Decision(Reply reply, @Nullable Draft draft) {
        /// @param standing the entry that stands under the key; null if none does
        Answer answer(@Nullable LedgerEntry standing) {
            return switch (reply) {
                case Reply.Move move -> move.told() ? Answer.of(require(standing)) : Answer.none("time-out");
                case Reply.Refuse _ -> Answer.of(require(standing));
                case Reply.Busy _ -> new Answer(new Outcome.NotYet(BUSY), "busy");
                case Reply.Nothing nothing -> Answer.none(nothing.error());
            };
        }
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
