package io.orderflow.faults;

import java.util.List;

/// What became of one strike of a fault.
public sealed interface Blow {
    /// It happened, if the counter is above zero; else the run fails.
    ///
    /// @param times  how often it is proven to have happened
    /// @param proof  what was counted, to be read after the number: `kills`, `connections closed`
    /// @param broken what should have held of this fault alone and did not; one sentence each
    record Landed(long times, String proof, List<String> broken) implements Blow {
        /// Copies the list.
        public Landed {
            broken = List.copyOf(broken);
        }
    }

    /// It cannot be done on this machine.
    ///
    /// @param why in one sentence
    record Skipped(String why) implements Blow {}

    /// It happened so often, and nothing of its own was broken.
    static Blow landed(long times, String proof) {
        return new Landed(times, proof, List.of());
    }
}
