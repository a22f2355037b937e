package io.orderflow.messaging.outbox;

import java.time.Duration;

/// How much of the outbox waits to be published, and for how long.
///
/// @param facts   how many wait; counted up to [Backlogs#COUNTED]
/// @param age     for how long the oldest has waited; zero if none waits
/// @param refused how many of them the broker has refused, or no queue has taken
/// @param behind  for how long the oldest that is not refused has waited: how far the relay is behind
public record Backlog(long facts, Duration age, long refused, Duration behind) {}
