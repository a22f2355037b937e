package io.orderflow.messaging.outbox;

/// What a round of the relay came to.
enum Round {
    /// There is more to do at once.
    FULL,
    /// Something was done, and that was all.
    SOME,
    /// There was nothing to do.
    NONE,
    /// Another instance is relaying.
    ELSEWHERE
}
