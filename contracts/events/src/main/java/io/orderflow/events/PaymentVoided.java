package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// Nothing was charged for an order, and nothing ever will be: it was called off before.
///
/// @param orderId    the order
/// @param occurredAt when payment decided so
/// @param reason     why, in kebab-case: the reason of the cancellation or failure that called it off
@RoutingKey("v1.payment.voided")
public record PaymentVoided(UUID orderId, Instant occurredAt, String reason) implements PaymentFact, AboutOrder {}
