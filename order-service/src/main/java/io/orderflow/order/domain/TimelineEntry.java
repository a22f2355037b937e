package io.orderflow.order.domain;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/// One thing that happened to an order, as it is told to people. Its number counts from 1 for each order, in the
/// order of hearing, so that a reader can go on after the last one that it has seen.
@Entity
@Table(name = "timeline")
@IdClass(TimelineEntry.Key.class)
public class TimelineEntry {
    /// What an entry is about that stands for no fact of its own: shipped and asked to be cancelled, both are known.
    public static final String TOO_LATE = "cancellation-too-late";

    @Id
    private UUID orderId;

    @Id
    private int number;

    private String type;
    private String saidBy;
    private Instant occurredAt;
    private String sentence;

    protected TimelineEntry() {}

    private TimelineEntry(Order order, String type, String saidBy, Instant occurredAt, String sentence) {
        this.orderId = order.orderId();
        this.number = order.nextEntry();
        this.type = type;
        this.saidBy = saidBy;
        this.occurredAt = occurredAt;
        this.sentence = sentence;
    }

    /// The entry about a fact, the next of its order.
    public static TimelineEntry of(Order order, AboutOrder fact) {
        Class<? extends Fact> type = fact.getClass();
        return new TimelineEntry(
                order, EventTypes.keyOf(type), EventTypes.sayerOf(type), fact.occurredAt(), Sentences.of(fact));
    }

    /// The entry that tells that a request to cancel could not be met; its type is [#TOO_LATE].
    ///
    /// @param shippedAt when it was shipped; the entry stands behind both
    public static TimelineEntry tooLate(Order order, Cancellation asked, Instant shippedAt) {
        Instant now = shippedAt.isBefore(asked.requestedAt()) ? asked.requestedAt() : shippedAt;
        return new TimelineEntry(order, TOO_LATE, "order", now, Sentences.tooLate(asked));
    }

    public int number() {
        return number;
    }

    /// The routing key of the fact, or [#TOO_LATE].
    public String type() {
        return type;
    }

    public String saidBy() {
        return saidBy;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public String sentence() {
        return sentence;
    }

    /// The key: an order, and the entry's number in it.
    public record Key(UUID orderId, int number) implements Serializable {}
}
