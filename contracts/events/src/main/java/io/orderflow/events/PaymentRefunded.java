package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// The money captured for an order is back with the customer.
///
/// @param orderId           the order
/// @param occurredAt        when the provider confirmed it
/// @param amount            what was given back: all that was captured
/// @param reason            why, in kebab-case: the reason of the failure that called for it
/// @param providerReference the provider's name for the refund
@RoutingKey("v1.payment.refunded")
public record PaymentRefunded(UUID orderId, Instant occurredAt, Money amount, String reason, String providerReference)
        implements PaymentFact, AboutOrder {}
