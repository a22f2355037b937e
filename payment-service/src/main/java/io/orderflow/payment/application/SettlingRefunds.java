package io.orderflow.payment.application;

import static java.util.Objects.requireNonNull;

import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.messaging.Cause;
import io.orderflow.messaging.Events;
import io.orderflow.payment.domain.NoFailedRefund;
import io.orderflow.payment.domain.Outcome;
import io.orderflow.payment.domain.Payment;
import io.orderflow.payment.gateways.OutcomeUnknown;
import io.orderflow.payment.gateways.PaymentProvider;
import io.orderflow.payment.gateways.Payments;
import io.orderflow.payment.gateways.RefundAction;
import io.orderflow.payment.gateways.RefundActions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The operator gives the money of a failed refund back in another way, unless the provider did so after all.
@Service
public class SettlingRefunds {
    private final Payments payments;
    private final RefundActions actions;
    private final PaymentProvider provider;
    private final Events events;
    private final Clock clock;
    private final TransactionTemplate transactions;

    SettlingRefunds(
            Payments payments,
            RefundActions actions,
            PaymentProvider provider,
            Events events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.payments = payments;
        this.actions = actions;
        this.provider = provider;
        this.events = events;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /// Settles the refund: with the provider's reference where the provider made it after all, otherwise with the
    /// person's. Asked again with the same reference, the first answer is repeated.
    ///
    /// @param reference how the person gave the money back
    /// @param who       the operator's log-in
    /// @throws PaymentNotFound if nothing was heard of the order
    /// @throws NoFailedRefund  if its refund has not failed
    /// @throws OutcomeUnknown  if the provider cannot tell whether it refunded; then nothing has changed
    public RefundAction settle(UUID orderId, String reference, @Nullable String note, String who)
            throws OutcomeUnknown {
        Payment seen = payments.seen(orderId).orElseThrow(() -> new PaymentNotFound(orderId));
        Optional<RefundAction> before = actions.settlement(orderId, reference);
        if (before.isPresent()) {
            return before.get();
        }
        PaymentRefundFailed failure = seen.refundFailure();
        Optional<String> found = referenceOf(provider.find(seen.owed().key()));
        Optional<RefundAction> settled =
                requireNonNull(transactions.execute(_ -> settle(failure, reference, found, note, who)));
        // Tried again and failed anew while the provider was asked: what it told may be out of date.
        return settled.isPresent() ? settled.get() : settle(orderId, reference, note, who);
    }

    private Optional<RefundAction> settle(
            PaymentRefundFailed failure, String reference, Optional<String> found, @Nullable String note, String who) {
        UUID orderId = failure.orderId();
        Payment payment = payments.locked(orderId).orElseThrow(() -> new PaymentNotFound(orderId));
        Optional<RefundAction> before = actions.settlement(orderId, reference);
        if (before.isPresent()) {
            return before;
        }
        if (!payment.refundFailure().equals(failure)) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var settlement = RefundAction.settlement(orderId, who, now, reference, found, note);
        actions.add(settlement);
        Cause.during(
                Cause.parse(payment.cause()), () -> events.say(payment.settleRefund(found.orElse(reference), now)));
        return Optional.of(settlement);
    }

    private static Optional<String> referenceOf(Optional<Outcome> known) {
        return known.filter(Outcome.Refunded.class::isInstance)
                .map(outcome -> ((Outcome.Refunded) outcome).reference());
    }
}
