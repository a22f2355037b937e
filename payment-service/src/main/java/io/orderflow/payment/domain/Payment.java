package io.orderflow.payment.domain;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.PaymentFact;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The payment of one order: what was heard of the order, and what was decided. It is charged at most once,
/// and what was captured for an order that is called off goes back once, in whatever order and however often the
/// facts arrive.
@Entity
@Table(name = "payment")
public class Payment {
    @Id
    private UUID orderId;

    @Enumerated(EnumType.STRING)
    private PaymentState state;

    @Embedded
    private @Nullable Bill bill;

    @Embedded
    private @Nullable CallOff callOff;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "charge_decided_at"))
    @AttributeOverride(name = "reference", column = @Column(name = "charge_reference"))
    @AttributeOverride(name = "reason", column = @Column(name = "decline_reason"))
    private @Nullable Verdict charge;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "refund_decided_at"))
    @AttributeOverride(name = "reference", column = @Column(name = "refund_reference"))
    @AttributeOverride(name = "reason", column = @Column(name = "refund_failure"))
    private @Nullable Verdict refund;

    private int refundSequence;

    /// When the open operation is to be tried; null when none is open.
    private @Nullable Instant dueAt;

    private @Nullable String cause;

    protected Payment() {}

    /// The payment of an order of which nothing was heard yet.
    public Payment(UUID orderId) {
        this.orderId = orderId;
        this.state = PaymentState.AWAITING_ORDER;
        this.refundSequence = 1;
    }

    /// The order exists: a charge is due, unless the order is called off. Heard again under another id, all that
    /// stands is repeated.
    ///
    /// @param cause the message, as an operation that it leads to keeps it
    public List<PaymentFact> hear(OrderCreated fact, String cause, Instant now) {
        if (state == PaymentState.AWAITING_ORDER) {
            bill = Bill.of(fact);
            begin(PaymentState.CHARGING, cause, now);
        }
        return standing();
    }

    /// The goods are not there: the order is called off.
    public List<PaymentFact> hear(InventoryUpdateFailed fact, String cause, Instant now) {
        return callOff(new CallOff(fact.reason(), cause), now);
    }

    /// Nobody carries the goods: the order is called off.
    public List<PaymentFact> hear(ShippingFailed fact, String cause, Instant now) {
        return callOff(new CallOff(fact.reason(), cause), now);
    }

    /// Somebody wanted no goods, in time: the order is called off.
    public List<PaymentFact> hear(ShippingCancelled fact, String cause, Instant now) {
        return callOff(new CallOff(fact.reason(), cause), now);
    }

    /// The outcome of the open operation is certain.
    ///
    /// @throws IllegalStateException for an outcome of an operation that is not open
    public List<PaymentFact> conclude(Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.NotYet it -> {
                return later(now.plus(it.retryAfter()), now);
            }
            case Outcome.Captured it -> charged(PaymentState.CAPTURED, Verdict.moved(it.reference(), now));
            case Outcome.Declined it -> charged(PaymentState.DECLINED, Verdict.not(it.reason(), now));
            case Outcome.NeverAsked _ ->
                charged(PaymentState.VOIDED, Verdict.not(requireNonNull(callOff).reason(), now));
            case Outcome.Refunded it -> refunded(PaymentState.REFUNDED, Verdict.moved(it.reference(), now));
            case Outcome.RefundFailed it -> refunded(PaymentState.REFUND_FAILED, Verdict.not(it.reason(), now));
            case Outcome.RefundRefused it -> {
                refunded(PaymentState.REFUND_FAILED, Verdict.not(it.reason(), now));
                refundSequence++;
            }
        }
        giveBackIfCalledOff(now);
        return news();
    }

    /// A person wants the failed refund to be tried again: after a refusal under the next key, and as long as the
    /// outcome is unknown under the same.
    ///
    /// @throws NoFailedRefund in any other state
    public void retryRefund(String cause, Instant now) {
        refundFailure();
        begin(PaymentState.REFUNDING, cause, now);
    }

    /// The money of the failed refund is back with the customer after all: a person gave it back in another way, or
    /// found that the provider did.
    ///
    /// @param reference the name of that movement
    /// @throws NoFailedRefund in any other state
    public List<PaymentFact> settleRefund(String reference, Instant now) {
        refundFailure();
        state = PaymentState.REFUNDED;
        refund = Verdict.moved(reference, now);
        return news();
    }

    /// What the provider is to be asked for; empty when nothing is open.
    public Optional<Operation> open() {
        return switch (state) {
            case CHARGING -> Optional.of(requireNonNull(bill).charge(orderId));
            case REFUNDING -> Optional.of(owed());
            case AWAITING_ORDER, CAPTURED, DECLINED, VOIDED, REFUND_FAILED, REFUNDED -> Optional.empty();
        };
    }

    /// The refund of what was captured, as the provider is asked for it next, or was asked last.
    public Operation.Refund owed() {
        var reference = requireNonNull(charge).referenceOfMoney();
        return new Operation.Refund(orderId, requireNonNull(bill).total(), reference, refundSequence);
    }

    /// The failure for which the refund waits for a person.
    ///
    /// @throws NoFailedRefund when it does not
    public PaymentRefundFailed refundFailure() {
        if (state != PaymentState.REFUND_FAILED) {
            throw new NoFailedRefund(orderId, state);
        }
        return (PaymentRefundFailed) standing().getLast();
    }

    public UUID orderId() {
        return orderId;
    }

    public PaymentState state() {
        return state;
    }

    public boolean isCalledOff() {
        return callOff != null;
    }

    /// The message for which the last operation was begun; empty when none was.
    public String cause() {
        return requireNonNullElse(cause, "");
    }

    private List<PaymentFact> callOff(CallOff heard, Instant now) {
        if (callOff != null) {
            return List.of();
        }
        callOff = heard;
        giveBackIfCalledOff(now);
        if (state != PaymentState.AWAITING_ORDER) {
            return List.of();
        }
        state = PaymentState.VOIDED;
        charge = Verdict.not(heard.reason(), now);
        return news();
    }

    private void giveBackIfCalledOff(Instant now) {
        if (state == PaymentState.CAPTURED && callOff != null) {
            begin(PaymentState.REFUNDING, callOff.cause(), now);
        }
    }

    /// The charge is to be tried at another time, unless it was called off.
    private List<PaymentFact> later(Instant time, Instant now) {
        if (callOff != null) {
            return conclude(new Outcome.NeverAsked(), now);
        }
        move(PaymentState.CHARGING, PaymentState.CHARGING);
        dueAt = time;
        return List.of();
    }

    private void charged(PaymentState decided, Verdict verdict) {
        move(PaymentState.CHARGING, decided);
        charge = verdict;
    }

    private void refunded(PaymentState decided, Verdict verdict) {
        move(PaymentState.REFUNDING, decided);
        refund = verdict;
    }

    private void begin(PaymentState open, String cause, Instant now) {
        this.state = open;
        this.dueAt = now;
        this.cause = cause;
    }

    private void move(PaymentState open, PaymentState decided) {
        if (state != open) {
            throw new IllegalStateException("the payment of order " + orderId + " is " + state + ", not " + open);
        }
        state = decided;
        dueAt = null;
    }

    /// What was said and still stands, in the order of saying.
    private List<PaymentFact> standing() {
        return new Standing(orderId, bill, callOff, charge, refund).in(state);
    }

    /// What stands since the last decision.
    private List<PaymentFact> news() {
        return List.of(standing().getLast());
    }
}
