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
import io.orderflow.payment.gateways.Payments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Asks the provider for each open operation, charge or refund, until its outcome is known. A time-out or an
/// error of the provider says nothing about the money: it is asked again with the same key, and first what it
/// knows of that key.
@Component
class MovingMoney implements Work<MovingMoney.Attempt, Outcome> {
    private final PaymentProvider provider;
    private final Payments payments;
    private final Events events;
    private final Clock clock;

    MovingMoney(PaymentProvider provider, Payments payments, Events events, Clock clock) {
        this.provider = provider;
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
            case REFUNDING -> new Operation.Refund(orderId, amount, row.getString("charge_reference"));
            case AWAITING_ORDER, CAPTURED, DECLINED, NEVER_CHARGED, REFUNDED ->
                throw new IllegalStateException("order " + orderId + " is due, but its payment is " + state);
        };
        return new Attempt(operation, row.getInt("attempts"));
    }

    @Override
    public Outcome perform(Attempt attempt) throws OutcomeUnknown {
        if (attempt.number() > 1) {
            Optional<Outcome> known = provider.find(attempt.operation().key());
            if (known.isPresent()) {
                return known.get();
            }
        }
        return switch (attempt.operation()) {
            case Operation.Charge charge -> provider.charge(charge);
            case Operation.Refund refund -> provider.refund(refund);
        };
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
    /// @param number 1 at the first
    record Attempt(Operation operation, int number) {
        UUID orderId() {
            return operation.orderId();
        }
    }
}
