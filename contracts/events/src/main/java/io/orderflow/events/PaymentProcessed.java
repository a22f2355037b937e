package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// The money for an order is captured.
///
/// @param orderId           the order
/// @param occurredAt        when the provider confirmed it
/// @param amount            what was captured: the order's total
/// @param providerReference the provider's name for the charge
@RoutingKey("v1.payment.processed")
public record PaymentProcessed(UUID orderId, Instant occurredAt, Money amount, String providerReference)
        implements PaymentFact, AboutOrder {}
