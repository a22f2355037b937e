package io.orderflow.messaging.outbox;

import java.util.List;

/// A part of the outbox that was gone through at once.
///
/// @param rows those in it that are to be said, in the order in which they were said
/// @param end  the last id that was gone through
record Stretch(List<OutboxRow> rows, long end) {
    /// How many ids at most: something that is rarely found must not make one transaction go through a week.
    static final int IDS = 5000;
}
