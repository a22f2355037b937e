package io.orderflow.order.domain;

/// Where an order stands. It is no state that moves: it follows, each time anew, from the set of what happened (see
/// [Happenings#status]), so that facts may come in any order and as often as they like.
public enum OrderStatus {
    /// Accepted; the money is not captured yet.
    PENDING,
    /// The money is captured.
    PAID,
    /// The goods are deducted from stock.
    CONFIRMED,
    /// Handed to the carrier. Nothing is undone any more.
    SHIPPED,
    /// Handed to the recipient: an end.
    DELIVERED,
    /// It is being undone, and something is still owed or still to be heard.
    COMPENSATING,
    /// It failed, and nothing is owed: an end.
    FAILED,
    /// It was cancelled in time, and nothing is owed: an end.
    CANCELLED;

    /// True where nothing more is to come.
    public boolean isEnd() {
        return this == DELIVERED || isUndone();
    }

    /// True where it ended without delivery.
    public boolean isUndone() {
        return this == FAILED || this == CANCELLED;
    }

    /// True where nothing is decided any more: it was shipped, or it has ended. Deadline and re-drive stop here.
    public boolean isDecided() {
        return isShipped() || isUndone();
    }

    /// True where the goods have left the house.
    public boolean isShipped() {
        return this == SHIPPED || this == DELIVERED;
    }

    /// True while the order is on its way to be shipped: only here can its cancellation be asked for.
    public boolean isUnderway() {
        return this == PENDING || this == PAID || this == CONFIRMED;
    }
}
