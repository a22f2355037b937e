package io.orderflow.faults;

import io.orderflow.faults.load.Load;
import io.orderflow.faults.load.Shelf;
import io.orderflow.faults.running.Orderflow;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/// What a fault has in hand while it strikes: the running system, the load on it, chance by seed, and a
/// place to speak.
public final class World {
    private static final Duration STEP = Duration.ofMillis(100);

    private final Orderflow system;
    private final Load load;
    private final Shelf shelf;
    private final RandomGenerator random;
    private final boolean brief;
    private final PrintStream out;
    private volatile long wholeAt;

    /// The world of one strike.
    ///
    /// @param brief whether a fault is to take its shorter form
    World(Orderflow system, Load load, Shelf shelf, RandomGenerator random, boolean brief, PrintStream out) {
        this.system = system;
        this.load = load;
        this.shelf = shelf;
        this.random = random;
        this.brief = brief;
        this.out = out;
    }

    /// The system that runs: its addresses, log-ins and process ids.
    public Orderflow system() {
        return system;
    }

    /// The customers, who go on ordering whatever happens.
    public Load load() {
        return load;
    }

    /// What there is to order, and the operator who lists more.
    public Shelf shelf() {
        return shelf;
    }

    /// Chance, by seed. For the thread that strikes only.
    public RandomGenerator random() {
        return random;
    }

    /// The shorter of two durations where short forms are asked for, else the longer one.
    public Duration span(Duration brief, Duration full) {
        return this.brief ? brief : full;
    }

    /// The smaller of two numbers where short forms are asked for, else the greater one.
    public int count(int brief, int full) {
        return this.brief ? brief : full;
    }

    /// Tells whoever watches, in one line.
    public void say(String line) {
        out.println("      " + line);
    }

    /// From here on nothing is broken any more: recovery is measured from the last call.
    public void whole() {
        wholeAt = System.nanoTime();
    }

    /// When [#whole] was last called, as [System#nanoTime]; 0 if it was not.
    long wholeAt() {
        return wholeAt;
    }

    /// Lets the load go on for a while.
    ///
    /// @throws InterruptedException when the suite is told to stop
    public void pass(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    /// Waits until something is so; false if it was not within the time. An exception of the condition
    /// counts as no.
    ///
    /// @throws InterruptedException when the suite is told to stop
    public boolean await(Duration atMost, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            if (holds(condition)) {
                return true;
            }
            if (System.nanoTime() - end > 0) {
                return false;
            }
            pass(STEP);
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (RuntimeException nobodyAnswersYet) {
            return false;
        }
    }
}
