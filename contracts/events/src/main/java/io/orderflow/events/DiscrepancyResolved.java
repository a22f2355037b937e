package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// Something that must always hold, and did not, holds again.
///
/// @param discrepancyId which discrepancy
/// @param occurredAt    when the auditor found it healed
/// @param rule          what must hold, by its name in kebab-case
/// @param about         an order's id, a SKU, or the name of a service
@RoutingKey("v1.audit.discrepancy-resolved")
public record DiscrepancyResolved(UUID discrepancyId, Instant occurredAt, String rule, String about)
        implements AuditFact {}
