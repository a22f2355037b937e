package io.orderflow.payment.reactions;

import io.orderflow.events.Money;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.Work;
import io.orderflow.messaging.WorkTable;
import io.orderflow.payment.domain.Operation;
import io.orderflow.payment.domain.Outcome;
import io.orderflow.payment.domain.PaymentState;
import io.orderflow.payment.gateways.OutcomeUnknown;
import io.orderflow.payment.gateways.PaymentProvider;
import io.orderflow.payment.gateways.PaymentSettings;
import io.orderflow.payment.gateways.Payments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Asks the provider for each open operation, charge or refund, until its outcome is certain. A time-out or an
/// error of the provider says nothing about the money: it is asked again with the same key, and first what it
/// knows of that key. A charge is tried without end, because whoever calls the order off waits for it; a refund until
/// its tries are used up, and then a person has to look at it.
@Component
class MovingMoney implements Work<MovingMoney.Attempt, Outcome> {
    private static final Logger LOG = LoggerFactory.getLogger(MovingMoney.class);

    private final PaymentProvider provider;
    private final int refundAttempts;
    private final Payments payments;
    private final Events events;
    private final Clock clock;

    MovingMoney(PaymentProvider provider, PaymentSettings settings, Payments payments, Events events, Clock clock) {
        this.provider = provider;
        this.refundAttempts = settings.refundAttempts();
        this.payments = payments;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public WorkTable table() {
        return new WorkTable("payment", "order_id", Duration.ofSeconds(30), 64);
    }

    @Override
    public Attempt read(ResultSet row) throws SQLException {
        UUID orderId = row.getObject("order_id", UUID.class);
        Money amount = new Money(row.getString("currency"), row.getBigDecimal("amount"));
        PaymentState state = PaymentState.valueOf(row.getString("state"));
        Operation operation = switch (state) {
            case CHARGING -> new Operation.Charge(orderId, amount, row.getString("token"));
            case REFUNDING ->
                new Operation.Refund(orderId, amount, row.getString("charge_reference"), row.getInt("refund_sequence"));
            case AWAITING_ORDER, CAPTURED, DECLINED, VOIDED, REFUND_FAILED, REFUNDED ->
                throw new IllegalStateException("order " + orderId + " is due, but its payment is " + state);
        };
        int number = row.getInt("attempts");
        boolean askedBefore = number > 1 || row.getTimestamp("refund_decided_at") != null;
        boolean calledOff = row.getString("call_off_reason") != null;
        return new Attempt(operation, number, askedBefore, calledOff);
    }

    @Override
    public Outcome perform(Attempt attempt) throws OutcomeUnknown {
        return switch (attempt.operation()) {
            case Operation.Charge _ when attempt.calledOff() && !attempt.askedBefore() -> new Outcome.NeverAsked();
            case Operation.Charge charge -> {
                Optional<Outcome> known = known(attempt);
                yield known.isPresent() ? known.get() : charge(charge, attempt);
            }
            case Operation.Refund refund -> refund(refund, attempt);
        };
    }

    private Outcome charge(Operation.Charge charge, Attempt attempt) throws OutcomeUnknown {
        Outcome.OfCharge outcome = provider.charge(charge);
        if (outcome instanceof Outcome.NotYet && attempt.askedBefore()) {
            throw new OutcomeUnknown("busy");
        }
        return outcome;
    }

    private Outcome refund(Operation.Refund refund, Attempt attempt) throws OutcomeUnknown {
        try {
            Optional<Outcome> known = known(attempt);
            return known.isPresent() ? known.get() : provider.refund(refund);
        } catch (OutcomeUnknown unknown) {
            if (attempt.number() < refundAttempts) {
                throw unknown;
            }
            LOG.warn(
                    "the refund of order {} is given up after attempt {}: {}",
                    refund.orderId(),
                    attempt.number(),
                    unknown.getMessage());
            return new Outcome.RefundFailed("provider-unavailable");
        }
    }

    private Optional<Outcome> known(Attempt attempt) throws OutcomeUnknown {
        return attempt.askedBefore() ? provider.find(attempt.operation().key()) : Optional.empty();
    }

    @Override
    public void lock(List<Attempt> attempts) {
        payments.lock(attempts.stream().map(Attempt::orderId).toList());
    }

    @Override
    public void conclude(Attempt attempt, Outcome outcome) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        events.say(payments.of(attempt.orderId()).conclude(outcome, now));
    }

    /// One try of an operation.
    ///
    /// @param number      1 at the first, and again at the first after a person wanted a retry
    /// @param askedBefore whether the provider may have been asked for this payment's operation before
    /// @param calledOff   whether the order was called off when the try began
    record Attempt(Operation operation, int number, boolean askedBefore, boolean calledOff) {
        UUID orderId() {
            return operation.orderId();
        }
    }
}
