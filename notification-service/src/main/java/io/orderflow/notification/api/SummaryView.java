package io.orderflow.notification.api;

import io.orderflow.notification.domain.State;
import io.orderflow.notification.domain.Tally;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Notification's own figures, as an auditor compares them.
///
/// @param until     messages about orders from this instant on are not counted; null if all are
/// @param states    how many messages there are in each state
/// @param templates how many of each kind ended, by the routing key of the event that they tell of
record SummaryView(@Nullable Instant until, Map<State, Long> states, Map<String, Ended> templates) {
    /// How many messages left, and how many were given up.
    record Ended(long sent, long failed) {
        private static final Ended NONE = new Ended(0, 0);

        private Ended and(Tally tally) {
            return switch (tally.state()) {
                case WAITING, DUE -> this;
                case SENT -> new Ended(sent + tally.count(), failed);
                case FAILED -> new Ended(sent, failed + tally.count());
            };
        }
    }

    static SummaryView of(@Nullable Instant until, List<Tally> tallies) {
        var states = new EnumMap<State, Long>(State.class);
        for (State state : State.values()) {
            states.put(state, 0L);
        }
        var templates = new TreeMap<String, Ended>();
        for (Tally tally : tallies) {
            states.merge(tally.state(), tally.count(), Long::sum);
            templates.put(
                    tally.about(),
                    templates.getOrDefault(tally.about(), Ended.NONE).and(tally));
        }
        return new SummaryView(until, states, templates);
    }
}
