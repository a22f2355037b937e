package io.orderflow.payment.domain;

import static java.util.Objects.requireNonNull;

import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.Money;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.PaymentFact;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.ShippingFailed;
import io.orderflow.payment.domain.Outcome.Captured;
import io.orderflow.payment.domain.Outcome.Declined;
import io.orderflow.payment.domain.Outcome.Refunded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The payment of one order: what was heard of the order, and what was decided. It is charged at most once,
/// and what was captured for an order that failed goes back once, in whatever order and however often the
/// facts arrive.
@Entity
@Table(name = "payment")
public class Payment {
    @Id
    private UUID orderId;

    @Enumerated(EnumType.STRING)
    private PaymentState state;

    private @Nullable String currency;
    private @Nullable BigDecimal amount;
    private @Nullable String token;

    /// Why the order cannot be kept, by the failure that was heard first; it stays, and calls for the money.
    private @Nullable String failureReason;

    private @Nullable String failureCause;

    private @Nullable Instant chargeDecidedAt;
    private @Nullable String chargeReference;
    private @Nullable String declineReason;
    private @Nullable Instant refundedAt;
    private @Nullable String refundReference;

    /// When the open operation is to be tried; null when none is open.
    private @Nullable Instant dueAt;

    private @Nullable String cause;

    protected Payment() {}

    /// The payment of an order of which nothing was heard yet.
    public Payment(UUID orderId) {
        this.orderId = orderId;
        this.state = PaymentState.AWAITING_ORDER;
    }

    /// The order exists: a charge is due, unless the order is known to have failed. Heard again under another
    /// id, the answer is repeated; while there is none, nothing is said.
    ///
    /// @param cause the message, as an operation that it leads to keeps it
    public List<PaymentFact> hear(OrderCreated fact, String cause, Instant now) {
        return switch (state) {
            case AWAITING_ORDER -> accept(fact, cause, now);
            case CHARGING, REFUNDING -> List.of();
            case CAPTURED -> List.of(processed());
            case DECLINED, NEVER_CHARGED -> List.of(failed());
            case REFUNDED -> List.of(refunded());
        };
    }

    /// The goods are not there: what was captured goes back.
    public void hear(InventoryUpdateFailed fact, String cause, Instant now) {
        giveBack(fact.reason(), cause, now);
    }

    /// Nobody carries the goods: what was captured goes back.
    public void hear(ShippingFailed fact, String cause, Instant now) {
        giveBack(fact.reason(), cause, now);
    }

    /// The provider's answer to the open operation is known.
    ///
    /// @throws IllegalStateException for an answer to an operation that is not open
    public List<PaymentFact> conclude(Outcome outcome, Instant now) {
        return switch (outcome) {
            case Captured captured -> {
                end(PaymentState.CHARGING, PaymentState.CAPTURED);
                chargeDecidedAt = now;
                chargeReference = captured.reference();
                if (failureReason != null) {
                    refund(requireNonNull(failureCause), now);
                }
                yield List.of(processed());
            }
            case Declined declined -> {
                end(PaymentState.CHARGING, PaymentState.DECLINED);
                chargeDecidedAt = now;
                declineReason = declined.reason();
                yield List.of(failed());
            }
            case Refunded refunded -> {
                end(PaymentState.REFUNDING, PaymentState.REFUNDED);
                refundedAt = now;
                refundReference = refunded.reference();
                yield List.of(refunded());
            }
        };
    }

    public UUID orderId() {
        return orderId;
    }

    public PaymentState state() {
        return state;
    }

    private List<PaymentFact> accept(OrderCreated fact, String cause, Instant now) {
        currency = fact.total().currency();
        amount = fact.total().amount();
        token = fact.payment().token();
        if (failureReason != null) {
            state = PaymentState.NEVER_CHARGED;
            chargeDecidedAt = now;
            declineReason = failureReason;
            return List.of(failed());
        }
        state = PaymentState.CHARGING;
        due(cause, now);
        return List.of();
    }

    private void giveBack(String reason, String cause, Instant now) {
        if (failureReason != null) {
            return;
        }
        failureReason = reason;
        failureCause = cause;
        if (state == PaymentState.CAPTURED) {
            refund(cause, now);
        }
    }

    private void refund(String cause, Instant now) {
        state = PaymentState.REFUNDING;
        due(cause, now);
    }

    private void due(String cause, Instant now) {
        this.dueAt = now;
        this.cause = cause;
    }

    private void end(PaymentState open, PaymentState decided) {
        if (state != open) {
            throw new IllegalStateException("the payment of order " + orderId + " is " + state + ", not " + open);
        }
        state = decided;
        dueAt = null;
    }

    private PaymentProcessed processed() {
        return new PaymentProcessed(orderId, requireNonNull(chargeDecidedAt), total(), requireNonNull(chargeReference));
    }

    private PaymentFailed failed() {
        return new PaymentFailed(orderId, requireNonNull(chargeDecidedAt), total(), requireNonNull(declineReason));
    }

    private PaymentRefunded refunded() {
        return new PaymentRefunded(
                orderId,
                requireNonNull(refundedAt),
                total(),
                requireNonNull(failureReason),
                requireNonNull(refundReference));
    }

    private Money total() {
        return new Money(requireNonNull(currency), requireNonNull(amount));
    }
}
