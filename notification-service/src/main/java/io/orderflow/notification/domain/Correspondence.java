package io.orderflow.notification.domain;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderShipped;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that is written to the customer of one order: each event is told once, whatever the order in which they come.
/// What happens before the customer is known is written too, and waits. A customer whose wish to cancel met a parcel
/// that had left is told that it came too late.
@Entity
public class Correspondence {
    private static final String BY_CUSTOMER = "requested-by-customer";

    @Id
    private UUID orderId;

    private @Nullable String name;
    private @Nullable String email;

    @Convert(converter = TypesAsText.class)
    private Set<String> told;

    private @Nullable Instant cancellationAskedAt;

    @Embedded
    private @Nullable Parcel parcel;

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

    /// What the customer is to be told because of this fact, each only the first time; from then on it counts as told.
    public List<Telling> hear(AboutOrder fact) {
        note(fact);
        List<Telling> news = Stream.of(Telling.of(fact), tooLate())
                .flatMap(Optional::stream)
                .filter(telling -> !hasTold(telling.about()))
                .toList();
        told = Stream.concat(told.stream(), news.stream().map(Telling::about)).collect(Collectors.toUnmodifiableSet());
        return news;
    }

    /// Only the customer waits for an answer to a request: the operator sees it, and a deadline is nobody's wish.
    private void note(AboutOrder fact) {
        switch (fact) {
            case OrderCancellationRequested asked
            when cancellationAskedAt == null && asked.reason().equals(BY_CUSTOMER) ->
                cancellationAskedAt = asked.occurredAt();
            case OrderShipped shipped
            when parcel == null ->
                parcel = new Parcel(shipped.carrier(), shipped.trackingNumber(), shipped.occurredAt());
            default -> {}
        }
    }

    private Optional<Telling> tooLate() {
        return cancellationAskedAt == null || parcel == null
                ? Optional.empty()
                : Optional.of(Telling.tooLate(orderId, cancellationAskedAt, parcel));
    }

    /// Writes a message; it waits where the customer is not known.
    ///
    /// @param id         of the message
    /// @param letter     the words of what is told
    /// @param occurredAt when that of which it tells happened
    /// @param cause      the event that it is sent for
    /// @param now        the present
    public Notification write(UUID id, Letter letter, Instant occurredAt, String cause, Instant now) {
        var notification = new Notification(id, orderId, letter, occurredAt, cause);
        recipient().ifPresent(known -> notification.addressTo(known, now));
        return notification;
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
