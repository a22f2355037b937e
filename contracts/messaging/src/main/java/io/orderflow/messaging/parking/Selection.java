package io.orderflow.messaging.parking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which of the parked messages.
///
/// @param group  those of this group only; null: all
/// @param before those that were parked by then
record Selection(@Nullable String group, Instant before) {
    boolean includes(Parked message) {
        Instant since = message.since();
        return (since == null || !since.isAfter(before))
                && (group == null || Group.of(message).id().equals(group));
    }
}
