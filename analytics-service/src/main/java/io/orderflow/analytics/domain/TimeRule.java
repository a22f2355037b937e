package io.orderflow.analytics.domain;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.EventTypes;
import io.orderflow.events.NotificationFailed;
import io.orderflow.events.NotificationSent;
import io.orderflow.events.OrderCancelled;
import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderFailed;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What must have happened to an order by some time. Each rule names the moment from which on it is broken, as far as
/// the facts go: another fact may take that moment away.
public enum TimeRule {
    /// Shipped, failed or cancelled, in reasonable time.
    STUCK("An order is shipped, or ends, in reasonable time: one that does neither far beyond its deadline is stuck.") {
        @Override
        Optional<Instant> brokenFrom(OrderStory story, Patience patience) {
            return story.shipped() || story.undone()
                    ? Optional.empty()
                    : story.began().map(began -> began.plus(patience.undecided()));
        }

        @Override
        String detail(OrderStory story) {
            return "The order began at " + story.began().orElseThrow() + " and is still neither shipped nor ended.";
        }
    },
    /// Whoever ordered knows how it ended, or it was tried to tell them.
    END_TOLD("Of an order's end its customer is told in reasonable time, or that message is given up.") {
        @Override
        Optional<Instant> brokenFrom(OrderStory story, Patience patience) {
            return untold(story).map(end -> end.occurredAt().plus(patience.letter()));
        }

        @Override
        String detail(OrderStory story) {
            return "No message about "
                    + untold(story).map(end -> EventTypes.keyOf(end.getClass())).orElseThrow()
                    + " was sent or given up.";
        }
    };

    private final String words;

    TimeRule(String words) {
        this.words = words;
    }

    /// The moment from which on the rule is broken unless more facts come; empty where it holds for good.
    abstract Optional<Instant> brokenFrom(OrderStory story, Patience patience);

    abstract String detail(OrderStory story);

    /// The rule's name, in kebab-case.
    public String rule() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What must hold, in a sentence.
    public String words() {
        return words;
    }

    Optional<Finding> judge(OrderStory story, Instant now, Patience patience) {
        return brokenFrom(story, patience)
                .filter(moment -> !now.isBefore(moment))
                .map(_ -> new Finding(rule(), detail(story)));
    }

    /// The first end of which the customer was not told.
    private static Optional<AboutOrder> untold(OrderStory story) {
        return Stream.of(OrderFailed.class, OrderCancelled.class, OrderDelivered.class)
                .<AboutOrder>flatMap(story::all)
                .filter(end -> !told(story, EventTypes.keyOf(end.getClass())))
                .min(Comparator.comparing(AboutOrder::occurredAt));
    }

    private static boolean told(OrderStory story, String template) {
        return Stream.concat(
                        story.all(NotificationSent.class).map(NotificationSent::template),
                        story.all(NotificationFailed.class).map(NotificationFailed::template))
                .anyMatch(template::equals);
    }
}
