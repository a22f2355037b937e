package io.orderflow.order.domain;

/// What may be too much for new orders to be accepted.
public enum Limit {
    /// Facts that wait to be published.
    OUTBOX_BACKLOG("outbox-backlog"),
    /// For how long the oldest of them has waited that the broker has not refused: one that it refuses stops no others.
    OUTBOX_AGE("outbox-age"),
    /// Orders that are open.
    OPEN_ORDERS("open-orders");

    private final String setting;

    Limit(String setting) {
        this.setting = setting;
    }

    /// As its setting is called.
    public String setting() {
        return setting;
    }
}
