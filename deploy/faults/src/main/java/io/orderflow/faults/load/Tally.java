package io.orderflow.faults.load;

import java.util.concurrent.atomic.LongAdder;

/// What the customers went through, counted.
final class Tally {
    final LongAdder asked = new LongAdder();
    final LongAdder retried = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder remembered = new LongAdder();

    /// The counters at one moment.
    Counts counts(long accepted) {
        return new Counts(asked.sum(), accepted, retried.sum(), refused.sum(), remembered.sum());
    }
}
