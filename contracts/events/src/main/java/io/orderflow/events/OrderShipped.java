package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// The order is handed to the carrier: the pivot of the saga, after which nothing is undone.
///
/// @param orderId        the order
/// @param occurredAt     when the carrier took it
/// @param carrier        who carries it
/// @param trackingNumber the carrier's number to follow it by
@RoutingKey("v1.order.shipped")
public record OrderShipped(UUID orderId, Instant occurredAt, String carrier, String trackingNumber)
        implements ShippingFact, AboutOrder {}
