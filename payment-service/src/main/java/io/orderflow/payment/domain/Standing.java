package io.orderflow.payment.domain;

import static java.util.Objects.requireNonNull;

import io.orderflow.events.Money;
import io.orderflow.events.PaymentFact;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.PaymentVoided;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a payment has said and what still stands of it: a pure function of what was decided, so that it is repeated
/// as it was said, with the times of then.
record Standing(
        UUID orderId,
        @Nullable Bill bill,
        @Nullable CallOff callOff,
        @Nullable Verdict charge,
        @Nullable Verdict refund) {
    /// The standing facts in a state, in the order of saying.
    List<PaymentFact> in(PaymentState state) {
        return switch (state) {
            case AWAITING_ORDER, CHARGING -> List.of();
            case CAPTURED, REFUNDING -> List.of(processed());
            case DECLINED -> List.of(failed());
            case VOIDED -> List.of(voided());
            case REFUND_FAILED -> List.of(processed(), refundFailed());
            case REFUNDED -> List.of(processed(), refunded());
        };
    }

    private PaymentProcessed processed() {
        Verdict captured = requireNonNull(charge);
        return new PaymentProcessed(orderId, captured.at(), total(), captured.referenceOfMoney());
    }

    private PaymentFailed failed() {
        Verdict declined = requireNonNull(charge);
        return new PaymentFailed(orderId, declined.at(), total(), declined.reasonForNone());
    }

    private PaymentVoided voided() {
        Verdict never = requireNonNull(charge);
        return new PaymentVoided(orderId, never.at(), never.reasonForNone());
    }

    private PaymentRefundFailed refundFailed() {
        Verdict failed = requireNonNull(refund);
        return new PaymentRefundFailed(orderId, failed.at(), total(), failed.reasonForNone());
    }

    private PaymentRefunded refunded() {
        Verdict back = requireNonNull(refund);
        String reason = requireNonNull(callOff).reason();
        return new PaymentRefunded(orderId, back.at(), total(), reason, back.referenceOfMoney());
    }

    private Money total() {
        return requireNonNull(bill).total();
    }
}
