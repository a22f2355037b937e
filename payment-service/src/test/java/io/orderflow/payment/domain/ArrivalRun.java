package io.orderflow.payment.domain;

import static io.orderflow.payment.domain.PaymentFixtures.NOW;
import static io.orderflow.payment.domain.PaymentFixtures.ORDER;
import static io.orderflow.payment.domain.PaymentFixtures.orderCreated;
import static io.orderflow.payment.domain.PaymentFixtures.outOfStock;
import static io.orderflow.payment.domain.PaymentFixtures.shippingCancelled;
import static io.orderflow.payment.domain.PaymentFixtures.shippingFailed;

import io.orderflow.events.PaymentFact;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// One order's payment, its provider with books by key, and a person; driven step by step, each a second after the
/// one before, so that what is repeated with another time is seen as another fact.
final class ArrivalRun {
    enum Step {
        ORDER_CREATED,
        OUT_OF_STOCK,
        SHIPPING_FAILED,
        SHIPPING_CANCELLED,
        PROVIDER_IS_ASKED,
        OUTCOME_IS_CERTAIN,
        PERSON_RETRIES,
        PERSON_SETTLES
    }

    enum Provider {
        WILLING,
        DECLINES,
        REFUND_IS_REFUSED_ONCE,
        REFUND_IS_MADE_IN_SILENCE,
        REFUND_IS_NOT_MADE_IN_SILENCE
    }

    private final Payment payment = new Payment(ORDER);
    private final Set<PaymentFact> said = new HashSet<>();
    private final Map<UUID, Outcome> books = new HashMap<>();
    private final Provider provider;
    private Instant now = NOW;
    private boolean asked;
    private boolean troubled;
    private int failures;
    private int byHand;

    ArrivalRun(Provider provider) {
        this.provider = provider;
    }

    void step(Step step) {
        now = now.plusSeconds(1);
        switch (step) {
            case ORDER_CREATED -> said.addAll(payment.hear(orderCreated(), "cause", now));
            case OUT_OF_STOCK -> said.addAll(payment.hear(outOfStock(), "cause", now));
            case SHIPPING_FAILED -> said.addAll(payment.hear(shippingFailed(), "cause", now));
            case SHIPPING_CANCELLED -> said.addAll(payment.hear(shippingCancelled(), "cause", now));
            case PROVIDER_IS_ASKED -> askForCharge();
            case OUTCOME_IS_CERTAIN ->
                payment.open().ifPresent(open -> said.addAll(payment.conclude(outcome(open), now)));
            case PERSON_RETRIES -> {
                if (payment.state() == PaymentState.REFUND_FAILED) {
                    payment.retryRefund("cause", now);
                }
            }
            case PERSON_SETTLES -> {
                if (payment.state() == PaymentState.REFUND_FAILED) {
                    settle();
                }
            }
        }
    }

    /// Whatever is open is done, and a failed refund retried until it is made.
    void finish() {
        while (payment.open().isPresent() || payment.state() == PaymentState.REFUND_FAILED) {
            step(Step.PERSON_RETRIES);
            step(Step.OUTCOME_IS_CERTAIN);
        }
        step(Step.ORDER_CREATED);
    }

    PaymentState state() {
        return payment.state();
    }

    boolean wasAsked() {
        return asked;
    }

    int captured() {
        return entries(Outcome.Captured.class);
    }

    /// How often money went back, by the provider or by hand.
    int returned() {
        return entries(Outcome.Refunded.class) + byHand;
    }

    int failures() {
        return failures;
    }

    Set<PaymentFact> said() {
        return said;
    }

    <F extends PaymentFact> List<F> said(Class<F> type) {
        return said.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private int entries(Class<? extends Outcome> kind) {
        return (int) books.values().stream().filter(kind::isInstance).count();
    }

    /// The provider gets the charge, and its answer is lost.
    private void askForCharge() {
        payment.open()
                .filter(Operation.Charge.class::isInstance)
                .filter(_ -> asked || !payment.isCalledOff())
                .ifPresent(this::charge);
    }

    private Outcome outcome(Operation open) {
        return switch (open) {
            case Operation.Charge charge -> asked || !payment.isCalledOff() ? charge(charge) : new Outcome.NeverAsked();
            case Operation.Refund refund -> {
                Outcome outcome = refund(refund);
                failures += outcome instanceof Outcome.Refunded ? 0 : 1;
                yield outcome;
            }
        };
    }

    private Outcome charge(Operation charge) {
        asked = true;
        return books.computeIfAbsent(
                charge.key(),
                _ -> provider == Provider.DECLINES
                        ? new Outcome.Declined("card-declined")
                        : new Outcome.Captured("ch_" + charge.key()));
    }

    private Outcome refund(Operation.Refund refund) {
        var made = new Outcome.Refunded("re_" + refund.key());
        boolean first = !troubled;
        troubled = true;
        return switch (provider) {
            case WILLING, DECLINES -> books.computeIfAbsent(refund.key(), _ -> made);
            case REFUND_IS_REFUSED_ONCE ->
                books.computeIfAbsent(refund.key(), _ -> first ? new Outcome.RefundRefused("account-closed") : made);
            case REFUND_IS_MADE_IN_SILENCE -> {
                Outcome standing = books.computeIfAbsent(refund.key(), _ -> made);
                yield first ? new Outcome.RefundFailed("provider-unavailable") : standing;
            }
            case REFUND_IS_NOT_MADE_IN_SILENCE ->
                first
                        ? new Outcome.RefundFailed("provider-unavailable")
                        : books.computeIfAbsent(refund.key(), _ -> made);
        };
    }

    private void settle() {
        if (books.get(payment.owed().key()) instanceof Outcome.Refunded found) {
            said.addAll(payment.settleRefund(found.reference(), now));
        } else {
            byHand++;
            said.addAll(payment.settleRefund("transfer", now));
        }
    }
}
