package io.orderflow.analytics.api;

import static java.util.Objects.requireNonNull;

import io.orderflow.events.EventTypes;

/// A fact that an order waits for.
///
/// @param type the fact's type; another answer of the same service is as good
/// @param from the service that owes it
record Awaited(String type, String from) {
    static Awaited of(String type) {
        return new Awaited(
                type, EventTypes.sayerOf(requireNonNull(EventTypes.byKey().get(type))));
    }
}
