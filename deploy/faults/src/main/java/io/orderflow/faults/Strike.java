package io.orderflow.faults;

import io.orderflow.faults.invariants.Invariants;
import io.orderflow.faults.invariants.Violation;
import io.orderflow.faults.load.Accepted;
import io.orderflow.faults.load.Counts;
import io.orderflow.faults.load.Line;
import io.orderflow.faults.load.Load;
import io.orderflow.faults.load.Shelf;
import io.orderflow.faults.load.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/// One fault, and how the system comes back from it.
final class Strike {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final World world;
    private final Invariants invariants;

    Strike(World world, Invariants invariants) {
        this.world = world;
        this.invariants = invariants;
    }

    /// Strikes, waits for the recovery and looks around.
    ///
    /// @throws InterruptedException when the suite is told to stop
    Row of(Fault fault) throws InterruptedException {
        Load load = world.load();
        Counts before = load.counts();
        Blow blow = struck(fault);
        load.usual();
        if (blow instanceof Blow.Skipped) {
            return new Row(fault.name(), blow, load.counts().since(before), Recovery.NONE, List.of());
        }
        Recovery recovery = recovery(world.wholeAt() == 0 ? System.nanoTime() : world.wholeAt());
        var found = new ArrayList<>(invariants.quick());
        fault.afterwards(world).forEach(left -> found.add(new Violation(left, List.of())));
        return new Row(fault.name(), blow, load.counts().since(before), recovery, found);
    }

    private Blow struck(Fault fault) throws InterruptedException {
        try {
            return fault.strike(world);
        } catch (InterruptedException stop) {
            throw stop;
        } catch (Exception failed) {
            world.say(fault.name() + " could not be done: " + failed);
            world.system().up();
            return new Blow.Landed(0, "times: " + failed, List.of());
        }
    }

    private Recovery recovery(long whole) throws InterruptedException {
        Future<Accepted> probe = world.load().order(Wish.plain(new Line(Shelf.PLENTY.getFirst(), 1)), 0);
        var now = new String[1];
        world.await(PATIENCE, () -> {
            now[0] = invariants.now();
            return true;
        });
        Optional<Duration> first = until(
                whole,
                () -> probe.isDone() && invariants.isShipped(probe.resultNow().orderId()));
        Optional<Duration> all =
                until(whole, () -> invariants.unfinished(now[0]).isEmpty());
        return new Recovery(first, all, PATIENCE);
    }

    private Optional<Duration> until(long whole, BooleanSupplier condition) throws InterruptedException {
        return world.await(PATIENCE, condition)
                ? Optional.of(Duration.ofNanos(System.nanoTime() - whole))
                : Optional.empty();
    }
}
