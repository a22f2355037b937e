package io.orderflow.faults.running;

import java.util.Locale;

/// One of the six services.
public enum Service {
    ORDER,
    PAYMENT,
    INVENTORY,
    SHIPPING,
    NOTIFICATION,
    ANALYTICS;

    /// Its name in lower case: that of its broker user, its database role and its queues.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The queue that it reads.
    public String events() {
        return id() + ".events";
    }

    /// Where it puts what nobody can handle.
    public String parking() {
        return id() + ".parking";
    }
}
