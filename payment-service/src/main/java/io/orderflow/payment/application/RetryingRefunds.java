package io.orderflow.payment.application;

import io.orderflow.messaging.WakeUp;
import io.orderflow.payment.domain.NoFailedRefund;
import io.orderflow.payment.domain.Payment;
import io.orderflow.payment.gateways.Payments;
import io.orderflow.payment.gateways.RefundAction;
import io.orderflow.payment.gateways.RefundActions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The operator has a refund tried again that failed.
@Service
public class RetryingRefunds {
    private final Payments payments;
    private final RefundActions actions;
    private final WakeUp wakeUp;
    private final Clock clock;
    private final TransactionTemplate transactions;

    RetryingRefunds(
            Payments payments,
            RefundActions actions,
            WakeUp wakeUp,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.payments = payments;
        this.actions = actions;
        this.wakeUp = wakeUp;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /// Makes the refund due again, and keeps who wanted it.
    ///
    /// @param who the operator's log-in
    /// @throws PaymentNotFound if nothing was heard of the order
    /// @throws NoFailedRefund  if its refund has not failed
    public void retry(UUID orderId, String who) {
        transactions.executeWithoutResult(_ -> {
            Payment payment = payments.locked(orderId).orElseThrow(() -> new PaymentNotFound(orderId));
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            payment.retryRefund(payment.cause(), now);
            actions.add(RefundAction.retry(orderId, who, now));
            wakeUp.afterCommit();
        });
    }
}
