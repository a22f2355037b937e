package io.orderflow.faults.load;

import io.orderflow.faults.running.Orderflow;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;

/// Customers who come at a constant rate, whatever happens, each of whom wants something by the seed.
public final class Load implements AutoCloseable {
    private final long seed;
    private final double usualRate;
    private final Customer customer;
    private final Tally tally = new Tally();
    private final Latency latency = new Latency();
    private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acceptedSoFar = new AtomicInteger();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong number = new AtomicLong();
    private final ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile double rate;
    private volatile Mix mix = Mix.USUAL;
    private volatile IntUnaryOperator route = IntUnaryOperator.identity();
    private volatile boolean going = true;

    /// No customers yet.
    ///
    /// @param rate orders a second
    public Load(Orderflow system, long seed, double rate) {
        this.seed = seed;
        this.usualRate = rate;
        this.rate = rate;
        this.customer = new Customer(system, tally, latency, complaints::add, wished -> route.applyAsInt(wished));
    }

    /// Opens the doors.
    public void begin() {
        Thread.ofPlatform().daemon().name("arrivals").start(this::arrivals);
    }

    /// What came to pass so far.
    public Counts counts() {
        return tally.counts(acceptedSoFar.get());
    }

    /// All orders that were accepted so far, the oldest first.
    public List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    /// What customers were answered that nobody ever should be; a sentence each.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// The keys of orders that somebody still tries to place.
    public Set<String> open() {
        return Set.copyOf(open);
    }

    /// How long answers to single requests took.
    public Latency latency() {
        return latency;
    }

    /// From here on other orders come, at so many times the usual rate.
    public void become(Mix mix, double times) {
        this.mix = mix;
        this.rate = usualRate * times;
    }

    /// From here on a router decides at which instance is asked.
    ///
    /// @param router gets the number of an instance, any number, and gives the one that is to be asked
    ///               instead
    public void route(IntUnaryOperator router) {
        route = router;
    }

    /// Back to the usual mix, rate and router, which is none.
    public void usual() {
        route = IntUnaryOperator.identity();
        become(Mix.USUAL, 1);
    }

    /// An order beside those that come anyway; the answer is there once it is accepted.
    ///
    /// @param instance at which instance to ask first, from 0
    public Future<Accepted> order(Wish wish, int instance) {
        return order(wish, instance, () -> {});
    }

    /// The same.
    ///
    /// @param served is told once the order is accepted
    public Future<Accepted> order(Wish wish, int instance, Runnable served) {
        String key = key(number.incrementAndGet());
        return customers.submit(() -> {
            Accepted order = place(key, wish, instance);
            served.run();
            if (wish.cancelMillis() >= 0) {
                Thread.sleep(wish.cancelMillis());
                customer.cancel(order, instance);
            }
            return order;
        });
    }

    /// Closes the doors and waits until everybody who came has an answer.
    ///
    /// @return whether that was so within the time
    /// @throws InterruptedException when the suite is told to stop
    public boolean end(Duration atMost) throws InterruptedException {
        going = false;
        long end = System.nanoTime() + atMost.toNanos();
        while (!open.isEmpty() && System.nanoTime() - end < 0) {
            Thread.sleep(100);
        }
        return open.isEmpty();
    }

    @Override
    public void close() {
        going = false;
        customers.shutdownNow();
    }

    private Accepted place(String key, Wish wish, int instance) throws InterruptedException {
        open.add(key);
        Accepted order = customer.place(key, wish, instance);
        accepted.add(order);
        acceptedSoFar.incrementAndGet();
        open.remove(key);
        return order;
    }

    /// What the n-th customer wants depends on seed, n and the mix only, never on what happened before.
    private void arrivals() {
        long next = System.nanoTime();
        try {
            while (going) {
                var random = new SplittableRandom(seed * 31 + number.get());
                var _ = order(mix.wish(random), random.nextInt(2));
                next = Math.max(next + (long) (1e9 / rate), System.nanoTime() - 1_000_000_000L);
                Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private String key(long n) {
        return "faults-" + Long.toHexString(seed) + "-" + n;
    }
}
