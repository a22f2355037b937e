package io.orderflow.usual.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom to write to about an order.
@Entity
@Table(indexes = @Index(columnList = "orderId"))
public class Recipient {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    private UUID orderId;
    private String name;
    private String email;

    /// For JPA.
    protected Recipient() {}

    Recipient(UUID orderId, String name, String email) {
        this.orderId = orderId;
        this.name = name;
        this.email = email;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }
}
