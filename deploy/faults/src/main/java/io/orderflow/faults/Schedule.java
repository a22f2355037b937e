package io.orderflow.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// In which order the faults of a round come: by the seed, another order in each round.
///
/// @param faults which
/// @param seed   of the order
record Schedule(List<Fault> faults, long seed) {
    /// The faults of one round.
    ///
    /// @param round counted from 0
    List<Fault> round(int round) {
        var shuffled = new ArrayList<>(faults);
        Collections.shuffle(shuffled, new Random(seed * 31 + round));
        return List.copyOf(shuffled);
    }
}
