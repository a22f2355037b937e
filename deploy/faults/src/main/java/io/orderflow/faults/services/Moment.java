package io.orderflow.faults.services;

import io.orderflow.faults.World;
import io.orderflow.faults.running.Processes;
import io.orderflow.faults.running.Signal;
import java.time.Duration;
import java.util.concurrent.Callable;

/// Kills a process at exactly the instant that is wanted: it is stopped at random, looked at from outside
/// while it stands still, and let go on unless this is the instant.
final class Moment {
    private static final Duration ANSWERS_ARRIVE = Duration.ofMillis(80);
    private static final int LONGEST_MILLIS = 120;

    private final World world;

    Moment(World world) {
        this.world = world;
    }

    /// Kills the process once the condition holds while it stands still.
    ///
    /// @param tries how often it is stopped at most
    /// @return whether it was killed
    boolean kill(long pid, int tries, Callable<Boolean> condition) throws Exception {
        for (int attempt = 0; attempt < tries && Processes.alive(pid); attempt++) {
            world.pass(Duration.ofMillis(world.random().nextInt(5, LONGEST_MILLIS)));
            Processes.send(Signal.STOP, pid);
            boolean now = false;
            try {
                world.pass(ANSWERS_ARRIVE);
                now = condition.call();
            } finally {
                Processes.send(now ? Signal.KILL : Signal.CONT, pid);
            }
            if (now) {
                return Victim.gone(pid);
            }
        }
        return false;
    }
}
