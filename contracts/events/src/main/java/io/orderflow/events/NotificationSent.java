package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// A message to the customer left.
///
/// @param orderId        the order
/// @param occurredAt     when it left
/// @param notificationId which message
/// @param template       what it tells: the routing key of the event it is about
/// @param channel        how it left: `mail`, or `inbox` where no mail server is configured
@RoutingKey("v1.notification.sent")
public record NotificationSent(UUID orderId, Instant occurredAt, UUID notificationId, String template, String channel)
        implements NotificationFact, AboutOrder {}
