package io.orderflow.messaging;

import io.orderflow.events.Fact;
import java.util.List;

/// Says facts to the other services. A fact is written to the outbox in the caller's transaction: it is said if, and
/// only if, that transaction commits, and then it reaches the broker however often this process dies on the way.
///
/// Inside a [ReactTo] method or [Work#conclude], the facts carry the id of what caused them.
public interface Events {
    /// Says facts, in this order.
    ///
    /// @throws IllegalStateException    when no transaction is open: a fact stands or falls with the change
    /// @throws IllegalArgumentException when another service's fact is said
    void say(List<? extends Fact> facts);

    /// Says facts, in this order; see [#say(List)].
    default void say(Fact... facts) {
        say(List.of(facts));
    }
}
