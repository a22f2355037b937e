package io.orderflow.order.domain;

import java.util.EnumSet;
import java.util.Set;

/// Where an order stands. It is no state that moves: it is derived, each time anew, from the set of what happened, so
/// that facts may come in any order and as often as they like.
public enum OrderStatus {
    /// Accepted; the money is not captured yet.
    PENDING,
    /// The money is captured.
    PAID,
    /// The goods are deducted from stock.
    CONFIRMED,
    /// Handed to the carrier. Nothing is undone any more.
    SHIPPED,
    /// It failed, and something is still owed.
    COMPENSATING,
    /// It failed, and nothing is owed: an end.
    FAILED;

    /// True where nothing more is to come.
    public boolean isEnd() {
        return this == SHIPPED || this == FAILED;
    }

    /// The status that follows from what happened.
    ///
    /// Shipped and failed exclude each other: shipping says one of the two, and never ships without payment and
    /// goods. Were they both heard, goods would have left the house, and that cannot be undone by calling it a
    /// failure: shipped wins.
    static OrderStatus of(Set<Happened> happened) {
        if (happened.contains(Happened.SHIPPED)) {
            return SHIPPED;
        }
        if (hasFailed(happened)) {
            return owed(happened).isEmpty() ? FAILED : COMPENSATING;
        }
        if (happened.contains(Happened.DEDUCTED)) {
            return CONFIRMED;
        }
        return happened.contains(Happened.PAID) ? PAID : PENDING;
    }

    /// What is still owed. Inventory and shipping act on paid orders only: so their failures owe a refund whether or
    /// not the payment was heard of here yet, and shipping acts on deducted orders only, likewise.
    static Set<Obligation> owed(Set<Happened> happened) {
        var owed = EnumSet.noneOf(Obligation.class);
        if (happened.contains(Happened.SHIPPED)) {
            return owed;
        }
        boolean shippingFailed = happened.contains(Happened.SHIPPING_FAILED);
        if ((shippingFailed || happened.contains(Happened.DEDUCTION_FAILED)) && !happened.contains(Happened.REFUNDED)) {
            owed.add(Obligation.REFUND);
        }
        if (shippingFailed && !happened.contains(Happened.RELEASED)) {
            owed.add(Obligation.RELEASE);
        }
        return owed;
    }

    private static boolean hasFailed(Set<Happened> happened) {
        return happened.contains(Happened.PAYMENT_FAILED)
                || happened.contains(Happened.DEDUCTION_FAILED)
                || happened.contains(Happened.SHIPPING_FAILED);
    }
}
