package io.orderflow.order.domain;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.OrderCancelled;
import io.orderflow.events.OrderFact;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.ShippingCancelled;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How an order has fared so far: what happened, where it stands, and what was kept of how it came to that. A value:
/// what happens next makes another.
///
/// @param happened     all that happened
/// @param status       what follows from it; an end without delivery stays, whatever is heard after it
/// @param failure      why it cannot be kept, as was heard first; null if nothing failed
/// @param cancellation the first request to cancel; null if there was none
/// @param endedAt      when it ended; null while it has not
@Embeddable
public record Course(
        @Convert(converter = HappeningsAsText.class) Happenings happened,
        @Enumerated(EnumType.STRING) OrderStatus status,
        @Nullable String failure,
        @Embedded @Nullable Cancellation cancellation,
        @Nullable Instant endedAt) {
    static Course ofNewOrder() {
        return new Course(Happenings.ofNewOrder(), OrderStatus.PENDING, null, null, null);
    }

    /// True if that is known to have happened, or is nothing that happens to an order.
    boolean hasHeard(AboutOrder fact) {
        return Happened.of(fact).map(happened::has).orElse(true);
    }

    /// After hearing a fact. An end is never told to be before its cause, even where clocks differ.
    Course hear(AboutOrder fact, Instant now) {
        if (hasHeard(fact)) {
            return this;
        }
        Happenings all = Happened.of(fact).map(happened::and).orElse(happened);
        OrderStatus next = status.isUndone() ? status : all.status();
        Instant end = now.isBefore(fact.occurredAt()) ? fact.occurredAt() : now;
        return new Course(
                all,
                next,
                failure == null ? Happened.failure(fact) : failure,
                asked(fact),
                endedAt == null && next.isEnd() ? end : endedAt);
    }

    /// Shipping cancels only what was asked for: should the request be unknown here, this is how it is known.
    private @Nullable Cancellation asked(AboutOrder fact) {
        return cancellation == null && fact instanceof ShippingCancelled cancelled
                ? new Cancellation(cancelled.occurredAt(), cancelled.reason())
                : cancellation;
    }

    /// How a request to cancel it is answered as things stand.
    Cancellation.Answer answer() {
        if (status.isShipped()) {
            return Cancellation.Answer.ALREADY_SHIPPED;
        }
        if (cancellation == null) {
            return status.isUnderway() ? Cancellation.Answer.ASKED : Cancellation.Answer.ALREADY_FAILED;
        }
        return status == OrderStatus.FAILED || happened.cancellation() == Cancellation.Outcome.REFUSED
                ? Cancellation.Answer.ALREADY_FAILED
                : Cancellation.Answer.ASKED_BEFORE;
    }

    /// True while it may be cancelled and nobody has asked: so at its deadline it asks itself.
    boolean awaitsDeadline() {
        return answer() == Cancellation.Answer.ASKED;
    }

    /// After a request to cancel it, the first.
    Course cancelling(Cancellation request) {
        Happenings all = happened.and(Happened.CANCELLATION_REQUESTED);
        return new Course(all, all.status(), failure, request, endedAt);
    }

    /// The end without delivery as everyone else hears of it; nothing where it has not come to that.
    List<OrderFact> end(UUID orderId) {
        return switch (status) {
            case FAILED -> List.of(new OrderFailed(orderId, known(endedAt), known(reason())));
            case CANCELLED -> List.of(new OrderCancelled(orderId, known(endedAt), known(reason())));
            case PENDING, PAID, CONFIRMED, SHIPPED, DELIVERED, COMPENSATING -> List.of();
        };
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    /// What is owed; nothing once it has ended.
    public Set<Obligation> owed() {
        return status.isEnd() ? Set.of() : happened.owed();
    }

    /// Why it was cancelled or failed, or is about to; null where it is neither.
    public @Nullable String reason() {
        return cancellation != null && happened.has(Happened.SHIPPING_CANCELLED)
                ? cancellation.requestedBecause()
                : failure;
    }

    /// True while money has to go back and a person has to see to it.
    public boolean needsPerson() {
        return owed().contains(Obligation.REFUND) && happened.has(Happened.REFUND_FAILED);
    }

    /// What became of the request to cancel it; of no meaning if nobody asked.
    public Cancellation.Outcome outcomeOfCancellation() {
        return happened.cancellation();
    }
}
