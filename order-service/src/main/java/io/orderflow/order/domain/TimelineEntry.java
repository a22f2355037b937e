package io.orderflow.order.domain;

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
    @Id
    private UUID orderId;

    @Id
    private int number;

    private String type;
    private String saidBy;
    private Instant occurredAt;
    private String sentence;

    protected TimelineEntry() {}

    /// An entry.
    ///
    /// @param type       the event's routing key
    /// @param saidBy     the service that said it
    /// @param occurredAt when it happened
    /// @param sentence   what it means, as the customer may read it
    public TimelineEntry(UUID orderId, int number, String type, String saidBy, Instant occurredAt, String sentence) {
        this.orderId = orderId;
        this.number = number;
        this.type = type;
        this.saidBy = saidBy;
        this.occurredAt = occurredAt;
        this.sentence = sentence;
    }

    public int number() {
        return number;
    }

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
