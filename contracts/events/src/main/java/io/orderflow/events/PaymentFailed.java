package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// The payment was declined for good: nothing was captured, and nothing will be.
///
/// @param orderId    the order
/// @param occurredAt when the provider said so
/// @param amount     what should have been captured
/// @param reason     why, in kebab-case: `card-declined`, `insufficient-funds` or `unknown-token`
@RoutingKey("v1.payment.failed")
public record PaymentFailed(UUID orderId, Instant occurredAt, Money amount, String reason)
        implements PaymentFact, AboutOrder {}
