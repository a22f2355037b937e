package io.orderflow.payment.domain;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a charge or of a refund, and since when.
///
/// @param at        when it was certain
/// @param reference the name of the movement, where money moved
/// @param reason    why none did, otherwise
@Embeddable
record Verdict(
        Instant at, @Nullable String reference, @Nullable String reason) {
    static Verdict moved(String reference, Instant at) {
        return new Verdict(at, reference, null);
    }

    static Verdict not(String reason, Instant at) {
        return new Verdict(at, null, reason);
    }

    String referenceOfMoney() {
        return requireNonNull(reference);
    }

    String reasonForNone() {
        return requireNonNull(reason);
    }
}
