package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// Something that must always hold does not.
///
/// @param discrepancyId which discrepancy
/// @param occurredAt    when the auditor saw it first
/// @param rule          what must hold, by its name in kebab-case, such as `captured-once`
/// @param about         an order's id, a SKU, or the name of a service
/// @param detail        what was found, in one sentence, without personal data
@RoutingKey("v1.audit.discrepancy-found")
public record DiscrepancyFound(UUID discrepancyId, Instant occurredAt, String rule, String about, String detail)
        implements AuditFact {}
