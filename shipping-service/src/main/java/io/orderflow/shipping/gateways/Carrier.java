package io.orderflow.shipping.gateways;

import io.orderflow.shipping.domain.Booking;
import io.orderflow.shipping.domain.Outcome.Answer;
import io.orderflow.shipping.domain.Outcome.Whereabouts;
import java.time.Duration;
import java.util.Optional;

/// Whoever carries the goods. Every booking carries its idempotency key, and a carrier books one key at most
/// once: asked again, it gives the same answer.
public interface Carrier {
    /// Books the carriage.
    ///
    /// @throws OutcomeUnknown when no answer came, or one that does not tell: ask again with the same key
    Answer book(Booking booking) throws OutcomeUnknown;

    /// Where the goods are that it took.
    ///
    /// @throws OutcomeUnknown when no answer came, or one that does not tell
    Whereabouts track(String trackingNumber) throws OutcomeUnknown;

    /// How long to wait until it is asked where goods are that have been on their way for so long; empty if it is
    /// not to be asked, because it tells of a delivery itself.
    ///
    /// @param underWay zero when it has just taken them
    Optional<Duration> looksAfter(Duration underWay);
}
