package io.orderflow.usual.analytics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event that was heard.
@Entity
@Table(name = "event_log", indexes = @Index(columnList = "subject"))
public class LoggedEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    private String type;
    private String subject;

    @Column(columnDefinition = "text")
    private String body;

    private Instant heardAt;

    /// For JPA.
    protected LoggedEvent() {}

    LoggedEvent(String type, String subject, String body) {
        this.type = type;
        this.subject = subject;
        this.body = body;
        this.heardAt = Instant.now();
    }
}
