package io.orderflow.shipping.gateways;

import io.orderflow.shipping.domain.Booking;
import io.orderflow.shipping.domain.Outcome;

/// Whoever carries the goods. Every call carries the booking's idempotency key, and a carrier books one key
/// at most once: asked again, it gives the same answer.
public interface Carrier {
    /// Books the carriage.
    ///
    /// @throws OutcomeUnknown when no answer came, or one that does not tell: ask again with the same key
    Outcome book(Booking booking) throws OutcomeUnknown;
}
