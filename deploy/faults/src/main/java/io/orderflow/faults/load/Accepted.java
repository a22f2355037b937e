package io.orderflow.faults.load;

import java.util.List;
import java.util.UUID;

/// An order that was accepted: from here on the system owes it an end.
///
/// @param key   the idempotency key under which it was asked for
/// @param token what opens it
public record Accepted(String key, UUID orderId, String token, List<Line> lines) {}
