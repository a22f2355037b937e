package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// An order was cancelled before it was shipped, and every obligation towards the customer and the stock is settled.
///
/// @param orderId    the order
/// @param occurredAt when the last obligation was settled
/// @param reason     why, in kebab-case: the reason of the request, such as `requested-by-customer`
@RoutingKey("v1.order.cancelled")
public record OrderCancelled(UUID orderId, Instant occurredAt, String reason) implements OrderFact, AboutOrder {}
