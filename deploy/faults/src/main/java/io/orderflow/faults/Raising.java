package io.orderflow.faults;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/// Raises the system again through `deploy/up`, and takes note of the moment at which what was broken is
/// back: services that are still recovering then are what is measured.
public final class Raising {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Raising() {}

    /// Runs `deploy/up` to its end. The world is whole once the condition holds.
    ///
    /// @throws InterruptedException when the suite is told to stop
    /// @throws ExecutionException   when `deploy/up` failed
    public static void up(World world, BooleanSupplier back) throws InterruptedException, ExecutionException {
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var up = beside.submit(() -> {
                world.system().up();
                return true;
            });
            world.await(PATIENCE, () -> up.isDone() || back.getAsBoolean());
            world.whole();
            up.get();
        }
    }
}
