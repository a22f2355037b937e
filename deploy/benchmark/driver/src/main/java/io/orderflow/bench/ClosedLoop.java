package io.orderflow.bench;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/// Keeps so many orders in flight: for each that has ended, the next is placed.
final class ClosedLoop implements AutoCloseable {
    private static final int CONNECTIONS = 32;

    private final Shop shop;
    private final Permits permits = new Permits();
    private final List<Thread> senders = new ArrayList<>();
    private volatile Measure measure = new Measure();
    private volatile boolean open = true;
    private int level;

    /// So many may be in flight; may be made less than are.
    private static final class Permits extends Semaphore {
        @Serial
        private static final long serialVersionUID = 1L;

        Permits() {
            super(0);
        }

        void change(int by) {
            if (by > 0) {
                release(by);
            } else {
                reducePermits(-by);
            }
        }
    }

    /// Begins with none.
    ClosedLoop(Shop shop) {
        this.shop = shop;
        shop.sagas().onEnd(permits::release);
        for (int i = 0; i < CONNECTIONS; i++) {
            senders.add(Thread.ofPlatform().daemon().name("sender-" + i).start(this::send));
        }
    }

    /// From here on so many are in flight, and what is placed belongs to the measure.
    void run(int inFlight, Measure into) {
        measure = into;
        permits.change(inFlight - level);
        level = inFlight;
    }

    /// Places no more.
    @Override
    public void close() {
        open = false;
        permits.release(CONNECTIONS);
        for (Thread sender : senders) {
            Threads.join(sender);
        }
        shop.sagas().onEnd(() -> {});
    }

    private void send() {
        try (Connection connection = shop.connect()) {
            while (true) {
                permits.acquireUninterruptibly();
                if (!open) {
                    return;
                }
                shop.place(connection, measure, shop.sagas().now());
            }
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
    }
}
