package io.orderflow.messaging.work;

import io.orderflow.messaging.Work;
import io.orderflow.messaging.loop.Bell;
import io.orderflow.messaging.loop.Loop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one kind of work going: claims what is due, does each item on a virtual thread of its own, and hands what
/// came of it to the [Concluder].
final class Performer<T, R> extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Performer.class);
    private static final int ERROR_LENGTH = 500;
    private static final Duration GRACE = Duration.ofSeconds(5);

    /// What is not urgent is looked for no more often than this, so that what becomes due one by one is claimed in one.
    private static final Duration UNHURRIED = Duration.ofSeconds(1);

    private final Work<T, R> work;
    private final ClaimTable<T> table;
    private final Concluder<T, R> concluder;
    private final Bell bell;
    private final Duration idlePoll;
    private final Semaphore free;

    Performer(Work<T, R> work, ClaimTable<T> table, Concluder<T, R> concluder, Bell bell, Duration idlePoll) {
        super("work-" + work.table().name());
        this.work = work;
        this.table = table;
        this.concluder = concluder;
        this.bell = bell;
        this.idlePoll = idlePoll;
        this.free = new Semaphore(work.table().atOnce());
    }

    @Override
    protected void turn() throws InterruptedException {
        free.acquire(); // at least one item can be done
        int room = 1 + free.drainPermits();
        int claimed = 0;
        try {
            List<Claim<T>> claims = table.claim(room);
            for (Claim<T> claim : claims) {
                claimed++;
                Thread.ofVirtual().name("work-" + work.table().name()).start(() -> perform(claim));
            }
        } finally {
            free.release(room - claimed);
        }
        if (claimed < room) {
            bell.await(bell.isRung() ? Duration.ZERO : nap());
        }
    }

    private Duration nap() {
        @Nullable Duration next = table.untilNext();
        if (next == null || next.compareTo(idlePoll) > 0) {
            return idlePoll;
        }
        return work.isUrgent() || next.compareTo(UNHURRIED) > 0 ? next : UNHURRIED;
    }

    private void perform(Claim<T> claim) {
        try {
            R result = work.perform(claim.item());
            concluder.conclude(claim, result);
        } catch (Exception failure) {
            giveBack(claim, failure);
        } finally {
            free.release();
        }
    }

    private void giveBack(Claim<T> claim, Exception failure) {
        String reason = work.reason(failure);
        Duration wait = work.retryAfter(claim.attempt());
        LOG.warn("{} {}: attempt {}: {}; again in {}", work.table().name(), claim.key(), claim.attempt(), reason, wait);
        try {
            table.postpone(claim, wait, reason.substring(0, Math.min(reason.length(), ERROR_LENGTH)));
            bell.ring();
        } catch (RuntimeException databaseAway) {
            LOG.warn(
                    "{} {}: not given back; its lease will run out",
                    work.table().name(),
                    claim.key());
        }
    }

    /// Nothing new is claimed; what is being done may finish. What does not finish in time is done by another
    /// instance, when its lease has run out.
    @Override
    protected void ended() {
        try {
            if (!free.tryAcquire(work.table().atOnce(), GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info(
                        "{}: stopping with work in hand; its leases will run out",
                        work.table().name());
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
