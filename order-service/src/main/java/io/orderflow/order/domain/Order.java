package io.orderflow.order.domain;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.Money;
import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderFact;
import io.orderflow.events.OrderLine;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order: what was ordered, by whom, at which price, and all that has happened to it since. Its status follows from
/// what happened, an end without delivery is said once and stays, and so do the first reason of a failure and the
/// first request to cancel.
@Entity
@Table(name = "orders")
public class Order {
    @Id
    private UUID orderId;

    private String accessToken;

    @Embedded
    private Terms terms;

    private Instant placedAt;

    @Embedded
    private Course course;

    @Embedded
    private Alarm alarm;

    private @Nullable Instant dueAt;

    /// How many entries its timeline has.
    private int entries;

    protected Order() {}

    /// Accepts an order.
    ///
    /// @param accessToken whoever holds it may see the order
    /// @param patience    how long it is waited for
    /// @param now         to the millisecond
    public Order(UUID orderId, String accessToken, Wish wish, List<OrderLine> priced, Patience patience, Instant now) {
        this.orderId = orderId;
        this.accessToken = accessToken;
        this.terms = Terms.of(wish, priced);
        this.placedAt = now;
        this.course = Course.ofNewOrder();
        this.alarm = Alarm.of(now, patience.within(wish.shipWithin()));
        this.dueAt = alarm.next(course.awaitsDeadline());
    }

    /// The order as everyone else hears of it.
    public OrderCreated created() {
        return terms.created(orderId, placedAt);
    }

    /// Hears what happened elsewhere, and says what follows: its end without delivery, once, when nothing is owed any
    /// more.
    ///
    /// @param now to the millisecond; what follows is never told to be before its cause
    public List<OrderFact> hear(AboutOrder fact, Instant now) {
        boolean ended = status().isEnd();
        follow(course.hear(fact, now));
        return ended ? List.of() : course.end(orderId);
    }

    /// Asks that it be cancelled, which is for shipping to decide. Only after [Cancellation.Answer#ASKED] is there
    /// something to say: [#cancellationRequested].
    ///
    /// @param why one of the reasons in [Cancellation]
    /// @param now to the millisecond
    public Cancellation.Answer requestCancellation(String why, Instant now) {
        Cancellation.Answer answer = course.answer();
        if (answer == Cancellation.Answer.ASKED) {
            follow(course.cancelling(new Cancellation(now, why)));
        }
        return answer;
    }

    /// The request to cancel it as everyone else hears of it; empty if nobody asked.
    public Optional<OrderCancellationRequested> cancellationRequested() {
        return Optional.ofNullable(course.cancellation())
                .map(asked -> new OrderCancellationRequested(orderId, asked.requestedAt(), asked.requestedBecause()));
    }

    /// Its alarm rings, at the time that was due or later. At its deadline an order that is underway asks to be
    /// cancelled. At a re-drive one that is not decided says again what it has said: whoever missed it hears it,
    /// and whoever has answered answers again.
    ///
    /// @param now to the millisecond, by the clock that found it due
    public List<OrderFact> alarm(Instant now, Patience patience) {
        if (status().isDecided()) {
            return List.of();
        }
        Instant rang = alarm.rang(now, course.awaitsDeadline());
        if (alarm.isDeadline(rang)) { // it asks only if it may and nobody has
            requestCancellation(Cancellation.DEADLINE_PASSED, rang);
        }
        var said = new ArrayList<OrderFact>();
        if (alarm.isRedrive(rang)) {
            alarm = alarm.redriven(placedAt, rang, patience);
            said.add(created());
        }
        if (owed().contains(Obligation.DECISION)) {
            cancellationRequested().ifPresent(said::add);
        }
        follow(course);
        return said;
    }

    private void follow(Course next) {
        course = next;
        dueAt = status().isDecided() ? null : alarm.next(course.awaitsDeadline());
    }

    /// True if that is known to have happened, or is nothing that happens to an order.
    public boolean hasHeard(AboutOrder fact) {
        return course.hasHeard(fact);
    }

    /// The number of the next entry of its timeline, from 1.
    public int nextEntry() {
        return ++entries;
    }

    /// What is owed; nothing once it has ended.
    public Set<Obligation> owed() {
        return course.owed();
    }

    /// Until when it is waited for, to the millisecond; null where that does not matter any more.
    public @Nullable Instant deadline() {
        return course.awaitsDeadline() ? alarm.deadlineAt() : null;
    }

    /// When its alarm rings next; null where nothing can be changed any more.
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    public UUID orderId() {
        return orderId;
    }

    /// True if that is its access token. Takes the same time however much of it is right.
    public boolean opensTo(@Nullable String token) {
        return token != null
                && MessageDigest.isEqual(
                        accessToken.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    public String accessToken() {
        return accessToken;
    }

    /// How it has fared so far.
    public Course course() {
        return course;
    }

    public OrderStatus status() {
        return course.status();
    }

    public List<OrderLine> lines() {
        return terms.lines();
    }

    public Money total() {
        return terms.sum();
    }

    public Instant placedAt() {
        return placedAt;
    }

    /// Why it was cancelled or failed, or is about to; null where it is neither.
    public @Nullable String reason() {
        return course.reason();
    }
}
