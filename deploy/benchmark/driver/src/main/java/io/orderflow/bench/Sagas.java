package io.orderflow.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/// Every order that was placed, and what was heard of it. What is heard may come before the answer to the
/// request is read, may come twice, and may be of the end that was not wanted.
final class Sagas {
    private static final int LONGEST_SECONDS = 24 * 3600;

    private final Map<String, Flight> flights = new ConcurrentHashMap<>();
    private final AtomicIntegerArray shippedBySecond = new AtomicIntegerArray(LONGEST_SECONDS);
    private final AtomicInteger placed = new AtomicInteger();
    private final AtomicInteger shipped = new AtomicInteger();
    private final AtomicInteger delivered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final LongSupplier clock;
    private final long begin;
    private volatile Runnable landing = () -> {};

    /// @param clock nanoseconds that only grow
    Sagas(LongSupplier clock) {
        this.clock = clock;
        this.begin = clock.getAsLong();
    }

    /// Runs something with each end from here on, on the thread that hears of it.
    void onEnd(Runnable what) {
        landing = what;
    }

    long now() {
        return clock.getAsLong();
    }

    /// The order was accepted.
    ///
    /// @param intended when its request was to be sent
    void placed(String orderId, Measure measure, long intended) {
        placed.incrementAndGet();
        Flight flight = flight(orderId);
        long ended = flight.place(measure, intended);
        if (ended != Flight.OPEN) {
            measure.shipped(ended - intended);
        }
    }

    /// It was shipped: the end that is measured.
    void shipped(String orderId) {
        long now = clock.getAsLong();
        Flight flight = flight(orderId);
        if (!flight.ship(now)) {
            return;
        }
        shipped.incrementAndGet();
        shippedBySecond.incrementAndGet((int) Math.min(LONGEST_SECONDS - 1L, (now - begin) / 1_000_000_000L));
        landing.run();
    }

    /// It has ended otherwise.
    void failed(String orderId) {
        if (flight(orderId).fail()) {
            failed.incrementAndGet();
            landing.run();
        }
    }

    /// It has arrived: nothing is to come but letters.
    void delivered(String orderId) {
        if (flight(orderId).deliver()) {
            delivered.incrementAndGet();
        }
    }

    Tally tally() {
        return new Tally(placed.get(), shipped.get(), delivered.get(), failed.get(), 0, 0);
    }

    /// Ends in each second since the beginning.
    List<Integer> shippedBySecond() {
        int seconds = (int) Math.min(LONGEST_SECONDS, (clock.getAsLong() - begin) / 1_000_000_000L);
        return IntStream.range(0, seconds).mapToObj(shippedBySecond::get).toList();
    }

    private Flight flight(String orderId) {
        return flights.computeIfAbsent(orderId, _ -> new Flight());
    }
}
