package io.orderflow.usual.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message to a customer.
@Entity
@Table(indexes = @Index(columnList = "orderId"))
public class Notification {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    private UUID orderId;
    private String template;
    private String email;
    private String subject;
    private String body;
    private Instant sentAt;

    /// For JPA.
    protected Notification() {}

    Notification(UUID orderId, String template, Recipient to, String sentence) {
        this.orderId = orderId;
        this.template = template;
        this.email = to.email();
        this.subject = "Your order " + orderId;
        this.body = "Dear " + to.name() + ",\n\n" + sentence + "\n\nOrderflow";
        this.sentAt = Instant.now();
    }

    UUID id() {
        return Objects.requireNonNull(id, "not saved");
    }

    Instant sentAt() {
        return sentAt;
    }
}
