package io.orderflow.model;

import io.orderflow.events.Fact;
import java.util.List;

/// A participant that takes facts in a mutant's way, and is itself in everything else.
record Mutated(Participant it, Hearing hearing) implements Participant {
    @Override
    public String name() {
        return it.name();
    }

    @Override
    public Reply newborn() {
        return it.newborn();
    }

    @Override
    public Reply hear(Object memory, Fact fact) {
        return hearing.hear(it, memory, fact);
    }

    @Override
    public List<Deed> deeds(Object memory) {
        return it.deeds(memory);
    }

    @Override
    public List<? extends Fact> saysAgain(Object memory) {
        return it.saysAgain(memory);
    }
}
