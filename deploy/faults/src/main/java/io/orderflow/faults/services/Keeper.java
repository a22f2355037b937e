package io.orderflow.faults.services;

import io.orderflow.faults.running.Orderflow;
import io.orderflow.faults.running.Processes;
import io.orderflow.faults.running.Service;

/// Starts again whatever has ended, through `deploy/up`, for as long as it is open: what an init system or
/// an orchestrator does.
final class Keeper implements AutoCloseable {
    private static final int INSTANCES = 2 * Service.values().length;
    private static final long LOOK_MILLIS = 300;

    private final Orderflow system;
    private final Thread thread = Thread.ofPlatform().daemon().name("keeper").unstarted(this::keep);
    private volatile boolean open = true;

    private Keeper(Orderflow system) {
        this.system = system;
    }

    static Keeper of(Orderflow system) {
        var keeper = new Keeper(system);
        keeper.thread.start();
        return keeper;
    }

    /// Waits until it has done what it is at.
    @Override
    public void close() throws InterruptedException {
        open = false;
        thread.join();
    }

    private void keep() {
        try {
            while (open) {
                long running = system.pids().stream().filter(Processes::alive).count();
                if (running < INSTANCES) {
                    system.startMissing();
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
