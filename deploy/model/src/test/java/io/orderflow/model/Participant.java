package io.orderflow.model;

import io.orderflow.events.Fact;
import java.util.List;

/// One service with all that it remembers, and whoever it alone speaks to outside. What it decides is decided by
/// the service's own classes; here is only what a database and a broker would do around them.
///
/// A memory is a value: to react is to go from one to another, in one commit.
interface Participant {
    /// The service's name, as in the events' `@SaidBy`.
    String name();

    /// What it remembers at the beginning, and has said by then.
    Reply newborn();

    /// What it does with a fact.
    Reply hear(Object memory, Fact fact);

    /// What it, or somebody who turns to it, can do at this moment without hearing a fact.
    List<Deed> deeds(Object memory);

    /// What it says again from time to time, unasked.
    default List<? extends Fact> saysAgain(Object memory) {
        return List.of();
    }

    /// A commit: what is remembered afterwards, and what was said with it.
    record Reply(Object memory, List<? extends Fact> said) {}

    /// Something that a participant can do by itself.
    ///
    /// @param name  in words, for the story
    /// @param kind  who has it in hand
    /// @param reply what comes of it
    record Deed(String name, Kind kind, Reply reply) {}

    /// Who has a deed in hand.
    enum Kind {
        /// Happens some day, if nothing else does: a provider that answers, a person who sees to an open refund.
        PROGRESS,
        /// May happen at any moment, or never: a customer changes their mind, a call is lost.
        WHIM
    }
}
