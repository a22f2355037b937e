package io.orderflow.order.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/// That somebody asked to cancel an order: when, and who. The first who asks is kept.
///
/// @param requestedAt      when it was asked
/// @param requestedBecause who asked, in kebab-case: one of the constants here
@Embeddable
public record Cancellation(Instant requestedAt, String requestedBecause) {
    /// The customer asked.
    public static final String BY_CUSTOMER = "requested-by-customer";

    /// The operator asked.
    public static final String BY_OPERATOR = "requested-by-operator";

    /// The order was not shipped within its deadline.
    public static final String DEADLINE_PASSED = "deadline-passed";

    /// What became of a request.
    public enum Outcome {
        /// Shipping has not answered yet.
        PENDING,
        /// It will not be shipped.
        ACCEPTED,
        /// It was shipped, or could not be shipped anyway.
        REFUSED
    }

    /// How a request to cancel is answered.
    public enum Answer {
        /// It is the first, and shipping is to be asked.
        ASKED,
        /// It was asked for before: shipping is asked, or has cancelled. Nothing is said again.
        ASKED_BEFORE,
        /// The goods have left the house.
        ALREADY_SHIPPED,
        /// It failed, or is failing: it is being undone as it is.
        ALREADY_FAILED
    }
}
