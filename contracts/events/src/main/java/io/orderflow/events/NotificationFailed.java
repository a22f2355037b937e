package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// A message to the customer was given up.
///
/// @param orderId        the order
/// @param occurredAt     when it was given up
/// @param notificationId which message
/// @param template       what it tells: the routing key of the event it is about
/// @param reason         why, in one sentence without personal data
@RoutingKey("v1.notification.failed")
public record NotificationFailed(UUID orderId, Instant occurredAt, UUID notificationId, String template, String reason)
        implements NotificationFact, AboutOrder {}
