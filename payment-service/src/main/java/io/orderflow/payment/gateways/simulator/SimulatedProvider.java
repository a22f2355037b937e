package io.orderflow.payment.gateways.simulator;

import static java.util.Objects.requireNonNull;

import io.orderflow.messaging.group.GroupCommit;
import io.orderflow.payment.domain.Operation;
import io.orderflow.payment.domain.Operation.Charge;
import io.orderflow.payment.domain.Operation.Refund;
import io.orderflow.payment.domain.Outcome;
import io.orderflow.payment.domain.Outcome.OfCharge;
import io.orderflow.payment.domain.Outcome.OfRefund;
import io.orderflow.payment.gateways.OutcomeUnknown;
import io.orderflow.payment.gateways.PaymentProvider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// A provider that moves no money: the card's token says what happens (see [TestCard]). It behaves as a real
/// one does: its books are its own and are committed before it answers, and a key that it has decided gets
/// the same answer for ever.
public class SimulatedProvider implements PaymentProvider {
    private final Ledger ledger;
    private final GroupCommit<Operation, Answer> calls;
    private final Duration latency;
    private final Duration slow;

    /// A provider with these books.
    ///
    /// @param latency how long every call takes
    /// @param slow    how much longer a call with the slow card takes
    public SimulatedProvider(Ledger ledger, PlatformTransactionManager transactions, Duration latency, Duration slow) {
        this.ledger = ledger;
        this.calls = calls(new Clerk(ledger), transactions);
        this.latency = latency;
        this.slow = slow;
    }

    @Override
    public OfCharge charge(Charge charge) throws OutcomeUnknown {
        boolean isSlow =
                TestCard.of(charge.token()).filter(TestCard.SLOW::equals).isPresent();
        return (OfCharge) call(isSlow ? latency.plus(slow) : latency, charge);
    }

    @Override
    public OfRefund refund(Refund refund) throws OutcomeUnknown {
        return (OfRefund) call(latency, refund);
    }

    @Override
    public Optional<Outcome> find(UUID key) {
        return Optional.ofNullable(ledger.find(List.of(key)).get(key)).map(LedgerEntry::outcome);
    }

    /// Calls that come at the same time are answered in one transaction of the provider's own.
    private static GroupCommit<Operation, Answer> calls(Clerk clerk, PlatformTransactionManager transactions) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return GroupCommit.ofAll(together -> requireNonNull(own.execute(_ -> clerk.answer(together))));
    }

    private Outcome call(Duration way, Operation operation) throws OutcomeUnknown {
        travel(way);
        Answer answer = calls.commit(operation);
        travel(way);
        return answer.orThrow();
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
}
