package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// No carrier takes the order; it will never be shipped.
///
/// @param orderId    the order
/// @param occurredAt when the carrier said so
/// @param reason     why, in kebab-case: `address-refused`
@RoutingKey("v1.shipping.failed")
public record ShippingFailed(UUID orderId, Instant occurredAt, String reason) implements ShippingFact, AboutOrder {}
