package io.orderflow.messaging;

/// Wakes the service's [Work] for what somebody asked for. What a reaction makes due is seen at once by itself; what
/// anybody else does is seen at the next look, unless it is told here.
@FunctionalInterface
public interface WakeUp {
    /// Lets work look once the present transaction has committed.
    ///
    /// @throws IllegalStateException outside a transaction
    void afterCommit();
}
