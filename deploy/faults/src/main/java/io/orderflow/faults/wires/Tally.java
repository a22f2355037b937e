package io.orderflow.faults.wires;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// Counts what a wire sees and does, from many threads.
final class Tally {
    private final AtomicLong connections = new AtomicLong();
    private final LongAdder passed = new LongAdder();
    private final LongAdder delayed = new LongAdder();
    private final LongAdder heldBack = new LongAdder();
    private final LongAdder stranded = new LongAdder();
    private final LongAdder resets = new LongAdder();

    /// Takes note of a connection.
    ///
    /// @return how many there have been
    long connected() {
        return connections.incrementAndGet();
    }

    /// Takes note of bytes that have come in.
    void came(int bytes, Condition condition, Direction direction) {
        if (condition.silences(direction)) {
            heldBack.add(bytes);
        } else if (condition instanceof Condition.Slow) {
            delayed.add(bytes);
        }
    }

    void left(int bytes) {
        passed.add(bytes);
    }

    void stranded() {
        stranded.increment();
    }

    void reset() {
        resets.increment();
    }

    Counts counts(long open, long inside) {
        return new Counts(
                connections.get(),
                open,
                passed.sum(),
                delayed.sum(),
                heldBack.sum(),
                stranded.sum(),
                resets.sum(),
                inside);
    }
}
