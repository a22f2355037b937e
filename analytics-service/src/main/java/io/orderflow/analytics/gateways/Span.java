package io.orderflow.analytics.gateways;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When the first of some facts happened, and which of them happened last. Of several that happened last, in the same
/// millisecond, it is the one whose type is the greatest: so the order of the facts makes no difference.
final class Span {
    private @Nullable Instant firstAt;
    private @Nullable Instant lastAt;
    private @Nullable String lastFact;

    void happened(Instant at, String type) {
        if (firstAt == null || at.isBefore(firstAt)) {
            firstAt = at;
        }
        int later = lastAt == null ? 1 : at.compareTo(lastAt);
        if (later > 0 || later == 0 && type.compareTo(requireNonNull(lastFact)) > 0) {
            lastAt = at;
            lastFact = type;
        }
    }

    @Nullable
    Instant firstAt() {
        return firstAt;
    }

    @Nullable
    Instant lastAt() {
        return lastAt;
    }

    @Nullable
    String lastFact() {
        return lastFact;
    }
}
