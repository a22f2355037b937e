package io.orderflow.messaging.parking;

/// Whoever goes through parking. Called on one thread, for each message in its order.
interface Visitor {
    /// Decides about a message. What it throws ends the visit; what is not settled by then stays.
    Verdict decide(Parked message) throws InterruptedException;

    /// So many of those that were to leave have left.
    default void settled(int messages) {}
}
