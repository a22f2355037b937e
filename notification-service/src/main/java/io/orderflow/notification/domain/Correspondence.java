package io.orderflow.notification.domain;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that is written to the customer of one order: each event is told once. Whatever happens before the customer is
/// known is written too, and waits.
@Entity
public class Correspondence {
    @Id
    private UUID orderId;

    private @Nullable String name;
    private @Nullable String email;

    @Convert(converter = TypesAsText.class)
    private Set<String> told;

    /// For JPA.
    protected Correspondence() {}

    /// An order of which nothing was heard.
    public Correspondence(UUID orderId) {
        this.orderId = orderId;
        this.told = Set.of();
    }

    /// Notes who the customer is; false if that was known before.
    public boolean meet(Recipient customer) {
        if (recipient().isPresent()) {
            return false;
        }
        name = customer.name();
        email = customer.email();
        return true;
    }

    /// Writes a message; empty if the customer was told of this event before.
    ///
    /// @param id         of the message
    /// @param letter     the words
    /// @param occurredAt when that of which it tells happened
    /// @param cause      the event that it is sent for
    /// @param now        the present
    public Optional<Notification> write(UUID id, Letter letter, Instant occurredAt, String cause, Instant now) {
        if (hasTold(letter.about())) {
            return Optional.empty();
        }
        var more = new TreeSet<>(told);
        more.add(letter.about());
        told = Set.copyOf(more);
        var notification = new Notification(id, orderId, letter, occurredAt, cause);
        recipient().ifPresent(known -> notification.addressTo(known, now));
        return Optional.of(notification);
    }

    /// Whether the customer was told of this event, or will be.
    public boolean hasTold(String about) {
        return told.contains(about);
    }

    /// Whether anything was written at all.
    public boolean hasBegun() {
        return !told.isEmpty();
    }

    /// Who the customer is; empty while the order itself was not heard of.
    public Optional<Recipient> recipient() {
        return name == null || email == null ? Optional.empty() : Optional.of(new Recipient(name, email));
    }

    /// The order.
    public UUID orderId() {
        return orderId;
    }
}
