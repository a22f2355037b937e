package io.orderflow.payment.gateways.simulator;

import static java.util.Objects.requireNonNull;

import io.orderflow.payment.domain.Operation.Charge;
import io.orderflow.payment.domain.Operation.Refund;
import io.orderflow.payment.domain.Outcome;
import io.orderflow.payment.domain.Outcome.OfCharge;
import io.orderflow.payment.domain.Outcome.Refunded;
import io.orderflow.payment.gateways.OutcomeUnknown;
import io.orderflow.payment.gateways.PaymentProvider;
import io.orderflow.payment.gateways.simulator.LedgerEntry.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// A provider that moves no money: the card's token says what happens (see [TestCard]). It behaves as a real
/// one does: its books are its own and are committed before it answers, and a key that it has decided gets
/// the same answer for ever.
public class SimulatedProvider implements PaymentProvider {
    private final Ledger ledger;
    private final TransactionTemplate own;
    private final Duration latency;
    private final Duration slow;

    /// A provider with these books.
    ///
    /// @param latency how long every call takes
    /// @param slow    how much longer a call with the slow card takes
    public SimulatedProvider(Ledger ledger, PlatformTransactionManager transactions, Duration latency, Duration slow) {
        this.ledger = ledger;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.latency = latency;
        this.slow = slow;
    }

    @Override
    public OfCharge charge(Charge charge) throws OutcomeUnknown {
        Optional<TestCard> card = TestCard.of(charge.token());
        Duration way = card.filter(TestCard.SLOW::equals).isPresent() ? latency.plus(slow) : latency;
        travel(way);
        Answer answer = requireNonNull(own.execute(transaction -> decide(charge, card)));
        travel(way);
        return (OfCharge) answer.orThrow();
    }

    @Override
    public Refunded refund(Refund refund) throws OutcomeUnknown {
        travel(latency);
        LedgerEntry standing = requireNonNull(own.execute(transaction -> {
            ledger.note(refund, "refund", "REFUND");
            return ledger.book(new LedgerEntry(
                    refund.key(), refund.orderId(), Kind.REFUND, refund.amount(), reference("re", refund.key()), null));
        }));
        travel(latency);
        return (Refunded) standing.outcome();
    }

    @Override
    public Optional<Outcome> find(UUID key) {
        return ledger.find(key).map(LedgerEntry::outcome);
    }

    private Answer decide(Charge charge, Optional<TestCard> card) {
        Optional<LedgerEntry> decided = ledger.find(charge.key());
        if (decided.isPresent()) {
            return noted(
                    charge,
                    new Answer(decided.get().outcome(), decided.get().kind().name()));
        }
        int earlier = ledger.requests(charge.key());
        Reply reply = card.map(known -> known.reply(earlier)).orElseGet(() -> new Reply.Decline("unknown-token"));
        return noted(
                charge,
                switch (reply) {
                    case Reply.Capture capture -> {
                        LedgerEntry standing = book(charge, Kind.CAPTURE, null);
                        yield capture.told()
                                ? new Answer(standing.outcome(), standing.kind().name())
                                : new Answer(null, "time-out");
                    }
                    case Reply.Decline decline -> {
                        LedgerEntry standing = book(charge, Kind.DECLINE, decline.reason());
                        yield new Answer(standing.outcome(), standing.kind().name());
                    }
                    case Reply.Nothing nothing -> new Answer(null, nothing.error());
                });
    }

    private Answer noted(Charge charge, Answer answer) {
        ledger.note(charge, "charge", answer.told());
        return answer;
    }

    private LedgerEntry book(Charge charge, Kind kind, @Nullable String reason) {
        return ledger.book(new LedgerEntry(
                charge.key(), charge.orderId(), kind, charge.amount(), reference("ch", charge.key()), reason));
    }

    private static String reference(String kind, UUID key) {
        return "sim_" + kind + "_" + key.toString().replace("-", "");
    }

    /// Half of the time passes on the way there and half on the way back, so that a caller that dies while it
    /// waits dies before or after the money moved.
    private static void travel(Duration way) throws OutcomeUnknown {
        try {
            Thread.sleep(way.dividedBy(2));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OutcomeUnknown("interrupted");
        }
    }

    /// @param outcome what was decided; null where the caller does not hear of it
    private record Answer(@Nullable Outcome outcome, String told) {
        Outcome orThrow() throws OutcomeUnknown {
            if (outcome == null) {
                throw new OutcomeUnknown(told);
            }
            return outcome;
        }
    }
}
