package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// Somebody wants the order not to be shipped. It is a wish: whether it can still be had is for shipping to say, with
/// [ShippingCancelled] or [OrderShipped], and nobody else acts on it.
///
/// @param orderId    the order
/// @param occurredAt when it was asked
/// @param reason     who asked, in kebab-case: `requested-by-customer`, `requested-by-operator` or `deadline-passed`
@RoutingKey("v1.order.cancellation-requested")
public record OrderCancellationRequested(UUID orderId, Instant occurredAt, String reason)
        implements OrderFact, AboutOrder {}
