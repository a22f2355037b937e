package io.orderflow.payment.api;

import io.orderflow.payment.application.LedgerPage;
import io.orderflow.payment.gateways.simulator.LedgerEntry;
import io.orderflow.payment.gateways.simulator.LedgerRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One order's page of the ledger as it is shown.
record LedgerView(UUID orderId, List<Entry> entries, List<LedgerRequest> requests) {
    /// One entry, with its amount as a decimal string.
    record Entry(
            UUID key,
            LedgerEntry.Kind kind,
            String currency,
            String amount,
            String reference,
            @Nullable String reason) {
        static Entry of(LedgerEntry entry) {
            return new Entry(
                    entry.key(),
                    entry.kind(),
                    entry.amount().currency(),
                    entry.amount().amount().toPlainString(),
                    entry.reference(),
                    entry.reason());
        }
    }

    static LedgerView of(LedgerPage page) {
        return new LedgerView(
                page.orderId(), page.entries().stream().map(Entry::of).toList(), page.requests());
    }
}
