package io.orderflow.faults.wires;

import java.util.concurrent.locks.ReentrantLock;

/// The condition that a wire is in, for those who must wait for it to change.
final class Regime {
    private final ReentrantLock lock = new ReentrantLock();
    private final java.util.concurrent.locks.Condition changed = lock.newCondition();
    private volatile Condition now = new Condition.Whole();

    Condition now() {
        return now;
    }

    void become(Condition next) {
        lock.lock();
        try {
            now = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for as long as nothing passes this way. On a broken wire nothing does, and who waits is about to be cut.
    void awaitPassage(Direction direction) throws InterruptedException {
        lock.lock();
        try {
            while (now.silences(direction) || now instanceof Condition.Broken) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
