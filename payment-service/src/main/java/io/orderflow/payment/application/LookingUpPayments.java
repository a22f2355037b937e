package io.orderflow.payment.application;

import io.orderflow.payment.gateways.PaymentOnFile;
import io.orderflow.payment.gateways.Payments;
import io.orderflow.payment.gateways.PaymentsSummary;
import io.orderflow.payment.gateways.RefundAction;
import io.orderflow.payment.gateways.RefundActions;
import io.orderflow.payment.gateways.simulator.Ledger;
import io.orderflow.payment.gateways.simulator.LedgerSummary;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// The operator looks at what payment has on file, and at the simulated provider's books beside it.
@Service
@Transactional(readOnly = true)
public class LookingUpPayments {
    private final Payments payments;
    private final RefundActions actions;
    private final Ledger ledger;

    LookingUpPayments(Payments payments, RefundActions actions, Ledger ledger) {
        this.payments = payments;
        this.actions = actions;
        this.ledger = ledger;
    }

    /// What is on file for an order.
    ///
    /// @throws PaymentNotFound when nothing was heard of it
    public PaymentOnFile payment(UUID orderId) {
        return payments.onFile(orderId).orElseThrow(() -> new PaymentNotFound(orderId));
    }

    /// What people did about an order's refund, in the order of doing.
    ///
    /// @throws PaymentNotFound when nothing was heard of the order
    public List<RefundAction> refundActions(UUID orderId) {
        payment(orderId);
        return actions.of(orderId);
    }

    /// All payments in a few numbers, at one instant.
    ///
    /// @param until only those of orders made before it; null for all
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public PaymentsSummary summary(@Nullable Instant until) {
        return payments.summary(until);
    }

    /// What the provider's books say of an order.
    public LedgerPage ledger(UUID orderId) {
        return new LedgerPage(orderId, ledger.entriesOf(orderId), ledger.requestsOf(orderId));
    }

    /// How much people gave back beside the provider's books, by currency.
    public List<RefundActions.Settled> settledElsewhere() {
        return actions.settledElsewhere();
    }

    /// The provider's books in a few numbers.
    public LedgerSummary ledgerSummary() {
        return ledger.summary();
    }
}
