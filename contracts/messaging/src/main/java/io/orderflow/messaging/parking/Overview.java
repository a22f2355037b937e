package io.orderflow.messaging.parking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is parked, by groups, the largest first.
///
/// @param queue     where it is
/// @param count     how many messages wait
/// @param seen      how many of them were looked at
/// @param truncated true if they were too many, or too large, to look at all of them
/// @param groups    what was seen
/// @param running   what this instance is replaying or discarding; null: nothing
/// @param last      what it did last of that kind
@JsonInclude(JsonInclude.Include.NON_NULL)
record Overview(
        String queue,
        long count,
        int seen,
        boolean truncated,
        List<Kind> groups,
        @Nullable Progress running,
        @Nullable Progress last) {
    private static final int SAMPLE = 5;

    /// A group.
    ///
    /// @param group  by which it can be asked for
    /// @param cause  why its messages are here, without what differs from one to the next
    /// @param type   their event type
    /// @param count  how many there are
    /// @param oldest when the first of them came; null where nobody wrote it down
    /// @param newest when the last of them came
    /// @param sample keys of up to five of them
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kind(
            String group,
            String cause,
            String type,
            int count,
            @Nullable String oldest,
            @Nullable String newest,
            List<String> sample) {}

    /// Counts what it sees.
    static final class Census implements Visitor {
        private final Map<Group, Tally> tallies = new LinkedHashMap<>();

        @Override
        public Verdict decide(Parked message) {
            tallies.computeIfAbsent(Group.of(message), _ -> new Tally()).add(message);
            return Verdict.KEEP;
        }

        List<Kind> groups() {
            return tallies.entrySet().stream()
                    .map(entry -> entry.getValue().of(entry.getKey()))
                    .sorted(Comparator.comparingInt(Kind::count).reversed())
                    .toList();
        }
    }

    private static final class Tally {
        private final List<String> sample = new ArrayList<>();
        private int count;
        private @Nullable String oldest;
        private @Nullable String newest;

        void add(Parked message) {
            count++;
            if (sample.size() < SAMPLE) {
                sample.add(message.key());
            }
            if (message.since() != null) {
                String since = message.since().toString();
                oldest = oldest == null || since.compareTo(oldest) < 0 ? since : oldest;
                newest = newest == null || since.compareTo(newest) > 0 ? since : newest;
            }
        }

        Kind of(Group group) {
            return new Kind(group.id(), group.cause(), group.type(), count, oldest, newest, List.copyOf(sample));
        }
    }
}
