package io.orderflow.payment.gateways.simulator;

/// How the simulated provider answers a charge.
sealed interface Reply {
    /// Captures.
    ///
    /// @param told whether the caller hears of it, or a time-out
    record Capture(boolean told) implements Reply {}

    /// Captures nothing, for good.
    record Decline(String reason) implements Reply {}

    /// Does nothing at all and answers with an error.
    record Nothing(String error) implements Reply {}
}
