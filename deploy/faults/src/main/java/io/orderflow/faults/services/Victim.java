package io.orderflow.faults.services;

import io.orderflow.faults.running.Processes;
import io.orderflow.faults.running.Signal;

/// A process that is to die.
final class Victim {
    private static final int LOOKS = 200;
    private static final long LOOK_MILLIS = 25;

    private Victim() {}

    /// Kills it with -9; true if it lived before and is gone after.
    static boolean kill(long pid) throws InterruptedException {
        if (!Processes.alive(pid)) {
            return false;
        }
        Processes.send(Signal.KILL, pid);
        return gone(pid);
    }

    /// True as soon as it is gone; false if it is not within five seconds.
    static boolean gone(long pid) throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            if (!Processes.alive(pid)) {
                return true;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return false;
    }
}
