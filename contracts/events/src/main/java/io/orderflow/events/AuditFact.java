package io.orderflow.events;

import java.util.UUID;

/// What the auditor says, which is a part of analytics: something that must hold does not, or does again.
@SaidBy("analytics")
public sealed interface AuditFact extends Fact permits DiscrepancyFound, DiscrepancyResolved {
    /// Which discrepancy.
    UUID discrepancyId();

    /// What it is about: an order's id, a SKU, or the name of a service.
    String about();

    @Override
    default String subject() {
        return about();
    }
}
