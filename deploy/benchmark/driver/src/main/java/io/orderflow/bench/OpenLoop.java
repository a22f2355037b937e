package io.orderflow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Places orders at a constant rate, whatever the shop does: what each takes is counted from the instant at
/// which it was to be sent, so a shop that keeps the sender waiting is charged for those that waited behind.
final class OpenLoop {
    private static final int CONNECTIONS = 32;
    private static final long SECOND = 1_000_000_000L;

    private final Shop shop;

    OpenLoop(Shop shop) {
        this.shop = shop;
    }

    /// Sends for so many seconds, and returns when the last is answered.
    void run(int rate, int seconds, Measure measure) {
        var schedule = new Schedule(rate, (long) rate * seconds, shop.sagas().now());
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            senders.add(Thread.ofPlatform().daemon().name("open-" + i).start(() -> send(schedule, measure)));
        }
        senders.forEach(Threads::join);
    }

    private void send(Schedule schedule, Measure measure) {
        try (Connection connection = shop.connect()) {
            long intended;
            while ((intended = schedule.next(shop.sagas()::now)) != Schedule.OVER) {
                shop.place(connection, measure, intended);
            }
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
    }

    /// When each request is to be sent.
    static final class Schedule {
        /// There are no more.
        static final long OVER = Long.MIN_VALUE;

        private final int rate;
        private final long count;
        private final long begin;
        private final AtomicLong taken = new AtomicLong();

        Schedule(int rate, long count, long begin) {
            this.rate = rate;
            this.count = count;
            this.begin = begin;
        }

        /// Waits until the next request is to be sent, if that is still to come; returns when it was to be
        /// sent.
        long next(LongSupplier clock) {
            long number = taken.getAndIncrement();
            if (number >= count) {
                return OVER;
            }
            long intended = begin + number * SECOND / rate;
            long early;
            while ((early = intended - clock.getAsLong()) > 0) {
                LockSupport.parkNanos(early);
            }
            return intended;
        }
    }
}
