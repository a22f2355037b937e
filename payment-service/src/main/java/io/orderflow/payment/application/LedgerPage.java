package io.orderflow.payment.application;

import io.orderflow.payment.gateways.simulator.LedgerEntry;
import io.orderflow.payment.gateways.simulator.LedgerRequest;
import java.util.List;
import java.util.UUID;

/// What the provider's books say of one order.
///
/// @param orderId  the order
/// @param entries  what was decided: one entry per idempotency key
/// @param requests every request, with what the caller was told
public record LedgerPage(UUID orderId, List<LedgerEntry> entries, List<LedgerRequest> requests) {}
