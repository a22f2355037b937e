package io.orderflow.messaging.group;

/// What became of one item of a group.
///
/// @param <R> what an item comes to
public sealed interface Outcome<R> {
    /// It was done, and is committed with the group.
    record Done<R>(R result) implements Outcome<R> {}

    /// It was refused and has changed nothing; the others are none the worse.
    record Refused<R>(RuntimeException why) implements Outcome<R> {}

    /// What it came to.
    ///
    /// @throws RuntimeException why it was refused
    default R orThrow() {
        return switch (this) {
            case Done<R> done -> done.result();
            case Refused<R> refused -> throw refused.why();
        };
    }
}
