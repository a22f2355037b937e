package io.orderflow.messaging.parking;

import io.orderflow.messaging.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/// Goes through many messages at a pace, in rounds of a few seconds, so that others can look in between. It
/// takes only what was parked before it was asked for, and no more than was found then: what fails again
/// and comes back is not taken twice.
final class Run implements Visitor, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofMillis(250);

    private final Parking parking;
    private final Order order;
    private final Function<Parked, Verdict> what;
    private final Pace pace;
    private final AtomicInteger done = new AtomicInteger();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private int begun;
    private int inThisRound;
    private long endOfRound;
    private volatile @Nullable Instant ended;
    private volatile @Nullable String trouble;

    /// What an operator asked for.
    ///
    /// @param record the id of the record
    /// @param action `replay` or `discard`
    /// @param which  of which messages
    /// @param found  how many there were
    /// @param rate   how many a second at most
    /// @param by     the operator
    record Order(long record, String action, Selection which, long found, int rate, String by) {}

    /// @param what becomes of each
    Run(Parking parking, Order order, Function<Parked, Verdict> what) {
        this.parking = parking;
        this.order = order;
        this.what = what;
        this.pace = new Pace(order.rate());
    }

    Progress progress() {
        return new Progress(
                order.record(),
                order.action(),
                order.which().group(),
                order.found(),
                done.get(),
                order.which().before(),
                order.by(),
                ended,
                trouble);
    }

    boolean isRunning() {
        return ended == null;
    }

    /// Ends it after the message in hand.
    void stop() {
        stopping.countDown();
    }

    @Override
    public void run() {
        try {
            boolean more = true;
            while (more && begun < order.found() && !stopping.await(REST.toMillis(), TimeUnit.MILLISECONDS)) {
                more = round();
            }
            if (stopping.getCount() == 0) {
                trouble = "the service stopped";
            }
        } catch (InterruptedException _) {
            trouble = "the service stopped";
        } catch (RuntimeException why) {
            trouble = why instanceof Refusal refusal ? refusal.getBody().getDetail() : String.valueOf(why.getMessage());
            LOG.warn("{} of {} (record {}) ended early: {}", order.action(), parking.queue(), order.record(), trouble);
            LOG.debug("{}", order.action(), why);
        } finally {
            ended = Instant.now();
            LOG.info(
                    "{} of {} (record {}): {} of {} done",
                    order.action(),
                    parking.queue(),
                    order.record(),
                    done,
                    order.found());
        }
    }

    /// @return false if there is nothing left that it could take
    private boolean round() {
        inThisRound = 0;
        try {
            parking.visit(this);
        } catch (Refusal refusal) {
            if (refusal.getStatusCode() != HttpStatus.CONFLICT) {
                throw refusal;
            }
            return true; // others are looking: another time
        }
        return inThisRound > 0;
    }

    @Override
    public Verdict decide(Parked message) throws InterruptedException {
        if (begun >= order.found() || stopping.getCount() == 0) {
            return Verdict.STOP;
        }
        if (!order.which().includes(message)) {
            return Verdict.KEEP;
        }
        long now = System.nanoTime();
        if (inThisRound == 0) {
            endOfRound = now + ROUND.toNanos();
        }
        Duration wait = pace.untilNext(now);
        if (inThisRound > 0 && now + wait.toNanos() > endOfRound
                || stopping.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
            return Verdict.STOP;
        }
        pace.take(System.nanoTime());
        begun++;
        inThisRound++;
        return what.apply(message);
    }

    @Override
    public void settled(int messages) {
        done.addAndGet(messages);
    }
}
