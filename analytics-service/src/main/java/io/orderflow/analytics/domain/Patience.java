package io.orderflow.analytics.domain;

import java.time.Duration;

/// How long the auditor waits for what takes time.
///
/// @param undecided how long after its first fact an order is shipped, or ended, at the latest
/// @param letter    how long after an order's end the customer is told of it at the latest
public record Patience(Duration undecided, Duration letter) {}
