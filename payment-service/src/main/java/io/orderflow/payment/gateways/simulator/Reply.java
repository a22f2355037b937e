package io.orderflow.payment.gateways.simulator;

/// How the simulated provider answers a call that it has not decided yet.
sealed interface Reply {
    /// Moves the money.
    ///
    /// @param told whether the caller hears of it, or a time-out
    record Move(boolean told) implements Reply {}

    /// Moves nothing, for good.
    record Refuse(String reason) implements Reply {}

    /// Does nothing at all, and says so.
    record Busy() implements Reply {}

    /// Does nothing at all and answers with an error.
    record Nothing(String error) implements Reply {}
}
