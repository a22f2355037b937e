package io.orderflow.analytics.domain;

import io.orderflow.events.AboutOrder;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Judges the facts of one order. They are a set: their order, and a fact that was said again, make no difference.
///
/// Facts may be on their way still. So an order is judged once it is quiet; what was found on too few facts is gone
/// when it is judged again.
public final class OrderAudit {
    private OrderAudit() {}

    /// What does not hold of the facts of one order, by [OrderRule], whatever the time is.
    ///
    /// @param facts of one order; empty where nothing was heard of it
    /// @return in the order of the rules, at most one per rule; empty where all of them hold
    public static List<Finding> findings(Collection<? extends AboutOrder> facts) {
        return timeless(new OrderStory(facts)).toList();
    }

    /// The same, and what should have happened by now, by [TimeRule].
    public static List<Finding> findings(Collection<? extends AboutOrder> facts, Instant now, Patience patience) {
        var story = new OrderStory(facts);
        return Stream.concat(
                        timeless(story),
                        Stream.of(TimeRule.values()).flatMap(rule -> rule.judge(story, now, patience).stream()))
                .toList();
    }

    /// When time alone may break a rule that holds now; empty where it cannot.
    public static Optional<Instant> nextDeadline(
            Collection<? extends AboutOrder> facts, Instant now, Patience patience) {
        var story = new OrderStory(facts);
        return Stream.of(TimeRule.values())
                .flatMap(rule -> rule.brokenFrom(story, patience).stream())
                .filter(moment -> moment.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    /// The names of all rules that [#findings(Collection, Instant, Patience)] judges by.
    public static List<String> rules() {
        return Stream.concat(
                        Stream.of(OrderRule.values()).map(OrderRule::rule),
                        Stream.of(TimeRule.values()).map(TimeRule::rule))
                .toList();
    }

    private static Stream<Finding> timeless(OrderStory story) {
        return Stream.of(OrderRule.values()).flatMap(rule -> rule.judge(story).stream());
    }
}
