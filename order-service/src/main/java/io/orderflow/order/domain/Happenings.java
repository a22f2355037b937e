package io.orderflow.order.domain;

import static io.orderflow.order.domain.Happened.CANCELLATION_REQUESTED;
import static io.orderflow.order.domain.Happened.CREATED;
import static io.orderflow.order.domain.Happened.DEDUCTED;
import static io.orderflow.order.domain.Happened.DEDUCTION_FAILED;
import static io.orderflow.order.domain.Happened.DELIVERED;
import static io.orderflow.order.domain.Happened.PAID;
import static io.orderflow.order.domain.Happened.PAYMENT_FAILED;
import static io.orderflow.order.domain.Happened.REFUNDED;
import static io.orderflow.order.domain.Happened.REFUND_FAILED;
import static io.orderflow.order.domain.Happened.RELEASED;
import static io.orderflow.order.domain.Happened.SHIPPED;
import static io.orderflow.order.domain.Happened.SHIPPING_CANCELLED;
import static io.orderflow.order.domain.Happened.SHIPPING_FAILED;
import static io.orderflow.order.domain.Happened.VOIDED;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// All that is known to have happened to an order, and what follows from it: where it stands, what is owed, what
/// became of a request to cancel it. A value: what happens next makes another.
public record Happenings(Set<Happened> all) {
    /// Copies the set.
    public Happenings {
        var copy = EnumSet.noneOf(Happened.class);
        copy.addAll(all);
        all = Collections.unmodifiableSet(copy);
    }

    /// Of an order that was accepted, and nothing else.
    public static Happenings ofNewOrder() {
        return new Happenings(Set.of(CREATED));
    }

    /// These and one more.
    public Happenings and(Happened more) {
        var copy = EnumSet.of(more);
        copy.addAll(all);
        return new Happenings(copy);
    }

    /// True if that happened.
    public boolean has(Happened one) {
        return all.contains(one);
    }

    /// The status that follows.
    ///
    /// Shipped excludes failed and cancelled: shipping says one of the three, once. Were two of them heard, goods
    /// would have left the house, and that cannot be undone by calling it a failure: shipped wins.
    public OrderStatus status() {
        if (isShipped()) {
            return has(DELIVERED) ? OrderStatus.DELIVERED : OrderStatus.SHIPPED;
        }
        if (isCalledOff()) {
            if (!owed().isEmpty()) {
                return OrderStatus.COMPENSATING;
            }
            return has(SHIPPING_CANCELLED) ? OrderStatus.CANCELLED : OrderStatus.FAILED;
        }
        if (has(VOIDED) || has(REFUNDED) || has(REFUND_FAILED) || has(RELEASED)) { // their cause is still on its way
            return OrderStatus.COMPENSATING;
        }
        if (has(DEDUCTED)) {
            return OrderStatus.CONFIRMED;
        }
        return has(PAID) ? OrderStatus.PAID : OrderStatus.PENDING;
    }

    /// What is owed.
    ///
    /// - A decision, once cancellation was requested, until shipping has said its last word. So no such order ends
    ///   before, and its end does not depend on what came first.
    /// - A refund, unless payment holds nothing. Inventory and shipping act on paid orders, so their failures owe
    ///   it whether or not the payment was heard of here yet; a refund that failed stays owed.
    /// - The release of the goods, once shipping will not ship.
    public Set<Obligation> owed() {
        var owed = EnumSet.noneOf(Obligation.class);
        if (isShipped()) {
            return owed;
        }
        boolean notShipped = has(SHIPPING_FAILED) || has(SHIPPING_CANCELLED);
        if (has(CANCELLATION_REQUESTED) && !notShipped) {
            owed.add(Obligation.DECISION);
        }
        boolean holdsNothing = has(REFUNDED) || has(VOIDED) || has(PAYMENT_FAILED);
        if ((notShipped || has(DEDUCTION_FAILED)) && !holdsNothing) {
            owed.add(Obligation.REFUND);
        }
        if (notShipped && !has(RELEASED)) {
            owed.add(Obligation.RELEASE);
        }
        return owed;
    }

    /// What became of the request to cancel it, given that there was one: shipping's answer.
    public Cancellation.Outcome cancellation() {
        if (isShipped() || has(SHIPPING_FAILED)) {
            return Cancellation.Outcome.REFUSED;
        }
        return has(SHIPPING_CANCELLED) ? Cancellation.Outcome.ACCEPTED : Cancellation.Outcome.PENDING;
    }

    private boolean isShipped() {
        return has(SHIPPED) || has(DELIVERED);
    }

    private boolean isCalledOff() {
        return has(PAYMENT_FAILED) || has(DEDUCTION_FAILED) || has(SHIPPING_FAILED) || has(SHIPPING_CANCELLED);
    }
}
