package io.orderflow.model;

import java.util.Optional;

/// What must hold, in every state and from each to the next.
interface Promises {
    /// The promise that does not hold in a state; empty where all hold.
    ///
    /// @param quiet whether nothing is left to happen by itself
    Optional<String> brokenIn(int[] state, boolean quiet);

    /// The promise that does not hold between a state and the next; empty where all hold.
    Optional<String> brokenBetween(int[] before, int[] after);
}
