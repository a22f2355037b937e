package io.orderflow.model;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.Fact;
import io.orderflow.events.OrderCreated;
import io.orderflow.notification.domain.Correspondence;
import io.orderflow.notification.domain.Recipient;
import io.orderflow.notification.domain.Telling;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// The notification service. What it says concerns nobody but analytics: so what it does with the facts of a
/// story does not depend on when in the story it does it, and it is looked at by itself, with all the facts on
/// their way to it.
final class NotificationParticipant implements Participant {
    private final UUID order;
    private final Set<AboutOrder> story;

    /// @param story all that was said of the order
    NotificationParticipant(UUID order, Set<AboutOrder> story) {
        this.order = order;
        this.story = story;
    }

    /// What it remembers.
    ///
    /// @param letters how many letters were written about what
    record Memory(Photo correspondence, Map<String, Integer> letters) {}

    @Override
    public String name() {
        return "notification";
    }

    @Override
    public Reply newborn() {
        return new Reply(new Memory(Photo.of(new Correspondence(order)), Map.of()), List.copyOf(story));
    }

    @Override
    public Reply hear(Object memory, Fact fact) {
        Memory before = (Memory) memory;
        var correspondence = (Correspondence) before.correspondence().develop();
        if (fact instanceof OrderCreated created) {
            correspondence.meet(
                    new Recipient(created.customer().name(), created.customer().email()));
        }
        var letters = new TreeMap<>(before.letters());
        for (Telling telling : correspondence.hear((AboutOrder) fact)) {
            letters.merge(telling.about(), 1, Integer::sum);
        }
        return new Reply(new Memory(Photo.of(correspondence), Map.copyOf(letters)), List.of());
    }

    @Override
    public List<Deed> deeds(Object memory) {
        return List.of();
    }
}
