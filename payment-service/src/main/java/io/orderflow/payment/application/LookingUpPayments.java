package io.orderflow.payment.application;

import io.orderflow.payment.gateways.PaymentOnFile;
import io.orderflow.payment.gateways.Payments;
import io.orderflow.payment.gateways.simulator.Ledger;
import io.orderflow.payment.gateways.simulator.LedgerSummary;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The operator looks at what payment has on file, and at the simulated provider's books beside it.
@Service
@Transactional(readOnly = true)
public class LookingUpPayments {
    private final Payments payments;
    private final Ledger ledger;

    LookingUpPayments(Payments payments, Ledger ledger) {
        this.payments = payments;
        this.ledger = ledger;
    }

    /// What is on file for an order; empty when nothing was heard of it.
    public Optional<PaymentOnFile> payment(UUID orderId) {
        return payments.onFile(orderId);
    }

    /// What the provider's books say of an order.
    public LedgerPage ledger(UUID orderId) {
        return new LedgerPage(orderId, ledger.entriesOf(orderId), ledger.requestsOf(orderId));
    }

    /// The provider's books in a few numbers.
    public LedgerSummary ledgerSummary() {
        return ledger.summary();
    }
}
