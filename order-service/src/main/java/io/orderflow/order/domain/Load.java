package io.orderflow.order.domain;

import java.time.Duration;

/// How much is under way.
///
/// @param outboxBacklog facts that wait to be published
/// @param outboxAge     for how long the oldest of them that the broker has not refused has waited
/// @param openOrders    orders that were accepted and are neither shipped nor at an end
public record Load(long outboxBacklog, Duration outboxAge, long openOrders) {}
