package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// The order will never be shipped, because somebody wanted it so in time. It is shipping's last word: goods that are
/// deducted later change nothing.
///
/// @param orderId    the order
/// @param occurredAt when shipping decided so
/// @param reason     why, in kebab-case: the reason of the request, such as `requested-by-customer`
@RoutingKey("v1.shipping.cancelled")
public record ShippingCancelled(UUID orderId, Instant occurredAt, String reason) implements ShippingFact, AboutOrder {}
