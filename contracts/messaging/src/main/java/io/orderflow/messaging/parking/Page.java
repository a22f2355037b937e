package io.orderflow.messaging.parking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some messages of a group, without their bodies, the oldest first.
///
/// @param group    the group
/// @param cause    why they are here
/// @param type     their event type
/// @param count    how many there are in the group
/// @param messages these
/// @param next     `after` of the next page; null if there is none
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page(
        String group,
        String cause,
        String type,
        int count,
        List<Line> messages,
        @Nullable String next) {
    /// A message.
    ///
    /// @param key       by which it can be asked for
    /// @param messageId the event's id
    /// @param source    the service that said it
    /// @param subject   the order's id or the product's SKU
    /// @param because   why it is here
    /// @param since     when it came here
    /// @param size      of the body, in bytes
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String key,
            @Nullable String messageId,
            @Nullable String source,
            @Nullable String subject,
            String because,
            @Nullable String since,
            int size) {
        static Line of(Parked message) {
            return new Line(
                    message.key(),
                    message.properties().getMessageId(),
                    message.properties().getAppId(),
                    message.properties().getCorrelationId(),
                    message.because(),
                    message.since() == null ? null : message.since().toString(),
                    message.body().length);
        }

        /// Its place in the order, which stays the same whatever is done to others.
        String place() {
            return (since == null ? "" : since) + "~" + key;
        }
    }

    /// Collects the messages of a group.
    static final class Collector implements Visitor {
        private final String group;
        private final List<Line> lines = new ArrayList<>();
        private @Nullable Group found;

        Collector(String group) {
            this.group = group;
        }

        @Override
        public Verdict decide(Parked message) {
            Group its = Group.of(message);
            if (its.id().equals(group)) {
                found = its;
                lines.add(Line.of(message));
            }
            return Verdict.KEEP;
        }

        /// A page of what was seen; null if there is no such group.
        @Nullable
        Page page(@Nullable String after, int limit) {
            if (found == null) {
                return null;
            }
            List<Line> rest = lines.stream()
                    .sorted(Comparator.comparing(Line::place))
                    .filter(line -> after == null || line.place().compareTo(after) > 0)
                    .toList();
            List<Line> some = List.copyOf(rest.subList(0, Math.min(limit, rest.size())));
            return new Page(
                    group,
                    found.cause(),
                    found.type(),
                    lines.size(),
                    some,
                    rest.size() > some.size() ? some.getLast().place() : null);
        }
    }
}
