package io.orderflow.model;

import io.orderflow.events.Fact;
import io.orderflow.model.Participant.Reply;

/// How a participant takes a fact: a mutant's own way puts itself before the real one.
@FunctionalInterface
interface Hearing {
    /// As the service does.
    Hearing REAL = Participant::hear;

    /// @param it the participant as it really is
    Reply hear(Participant it, Object memory, Fact fact);
}
