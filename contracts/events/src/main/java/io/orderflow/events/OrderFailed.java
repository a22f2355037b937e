package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// An order ended without being shipped, and every obligation towards the customer and the stock is settled.
///
/// @param orderId    the order
/// @param occurredAt when the last obligation was settled
/// @param reason     why, in kebab-case: the reason of the failure that came first, such as `card-declined` or
///                   `out-of-stock`
@RoutingKey("v1.order.failed")
public record OrderFailed(UUID orderId, Instant occurredAt, String reason) implements OrderFact, AboutOrder {}
