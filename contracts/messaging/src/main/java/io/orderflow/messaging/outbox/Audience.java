package io.orderflow.messaging.outbox;

import io.orderflow.messaging.broker.Topology;
import org.jspecify.annotations.Nullable;

/// Who is to hear a fact: whoever reacts to it, or one reader alone.
///
/// @param reader the name of the one service; null for all
record Audience(@Nullable String reader) {
    static final Audience ALL = new Audience(null);

    boolean isAll() {
        return reader == null;
    }

    /// The routing key under which it reaches them.
    String keyOf(OutboxRow row) {
        return reader == null ? row.routingKey() : Topology.addressed(reader, row.routingKey());
    }
}
