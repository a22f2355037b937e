package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// The carrier handed the order over to its recipient.
///
/// @param orderId        the order
/// @param occurredAt     when, by the carrier's word
/// @param carrier        who carried it
/// @param trackingNumber the carrier's number of it
@RoutingKey("v1.order.delivered")
public record OrderDelivered(UUID orderId, Instant occurredAt, String carrier, String trackingNumber)
        implements ShippingFact, AboutOrder {}
