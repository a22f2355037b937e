package io.orderflow.notification.domain;

import io.orderflow.events.NotificationFact;
import io.orderflow.events.NotificationFailed;
import io.orderflow.events.NotificationSent;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message to the customer: written, addressed, and then sent or given up.
@Entity
public class Notification {
    @Id
    private UUID id;

    private UUID orderId;
    private String about;
    private String subject;
    private String body;
    private @Nullable String name;
    private @Nullable String email;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String channel;
    private @Nullable String reason;
    private Instant occurredAt;
    private @Nullable Instant endedAt;
    private @Nullable Instant dueAt;
    private @Nullable String cause;

    /// For JPA.
    protected Notification() {}

    Notification(UUID id, UUID orderId, Letter letter, Instant occurredAt, String cause) {
        this.id = id;
        this.orderId = orderId;
        this.about = letter.about();
        this.subject = letter.subject();
        this.body = letter.body();
        this.state = State.WAITING;
        this.occurredAt = occurredAt;
        this.cause = cause;
    }

    /// Puts the customer's name and address on it, if it waits for them: now it can be sent.
    public void addressTo(Recipient customer, Instant now) {
        if (state != State.WAITING) {
            return;
        }
        name = customer.name();
        email = customer.email();
        body = customer.salutation() + body;
        state = State.DUE;
        dueAt = now;
    }

    /// Notes what came of sending it, and says so; nothing is said of a message that has ended already.
    public List<NotificationFact> ended(Delivery delivery, Instant now) {
        return switch (state) {
            case WAITING, SENT, FAILED -> List.of();
            case DUE -> List.of(end(delivery, now));
        };
    }

    private NotificationFact end(Delivery delivery, Instant now) {
        endedAt = now;
        dueAt = null;
        return switch (delivery) {
            case Delivery.Sent sent -> {
                state = State.SENT;
                channel = sent.channel();
                yield new NotificationSent(orderId, now, id, about, sent.channel());
            }
            case Delivery.GivenUp givenUp -> {
                state = State.FAILED;
                reason = givenUp.reason();
                yield new NotificationFailed(orderId, now, id, about, givenUp.reason());
            }
        };
    }

    /// Which message.
    public UUID id() {
        return id;
    }

    /// The order.
    public UUID orderId() {
        return orderId;
    }

    /// The words.
    public Letter letter() {
        return new Letter(about, subject, body);
    }

    /// Where it goes; null while that is not known.
    public @Nullable String email() {
        return email;
    }

    /// Where it is on its way.
    public State state() {
        return state;
    }

    /// How it left; null if it did not.
    public @Nullable String channel() {
        return channel;
    }

    /// Why it was given up; null if it was not.
    public @Nullable String reason() {
        return reason;
    }

    /// When that of which it tells happened.
    public Instant occurredAt() {
        return occurredAt;
    }

    /// When it was sent or given up; null if it was neither.
    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /// When it is to be sent; null if there is nothing to send.
    public @Nullable Instant dueAt() {
        return dueAt;
    }
}
