package io.orderflow.messaging.group;

import io.orderflow.messaging.inbox.Failure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One transaction for what several threads want committed at the same time. Whoever comes while one is under way goes
/// into the next, with all who came meanwhile: nobody waits for a group to fill, one alone is served at once and on its
/// own thread, and the more there are, the less each costs.
///
/// One of a group's threads does it for all, and then names who leads the next. A group that fails is run again one by
/// one, so that nobody suffers for another's fault, unless the database is away, which all who wait are told alike.
///
/// @param <T> what is to be done
/// @param <R> what it comes to
public final class GroupCommit<T, R> {
    private static final int LARGEST = 100;
    private static final int QUICK_TRIES = 3;

    private final Deed<T, R> deed;
    private final ArrayDeque<Waiting<T, R>> queue = new ArrayDeque<>();
    private boolean underWay;

    /// Groups for this deed.
    public GroupCommit(Deed<T, R> deed) {
        this.deed = deed;
    }

    /// Groups for a deed that refuses nothing, and gives what each came to in their order.
    public static <T, R> GroupCommit<T, R> ofAll(Function<List<T>, List<R>> deed) {
        return new GroupCommit<>(items ->
                deed.apply(items).stream().<Outcome<R>>map(Outcome.Done::new).toList());
    }

    /// Does items in one transaction.
    ///
    /// @param <T> what is to be done
    /// @param <R> what it comes to
    @FunctionalInterface
    public interface Deed<T, R> {
        /// Does all of them and commits.
        ///
        /// @return what became of each, in their order
        /// @throws RuntimeException if nothing was committed, or nothing is known of it
        List<Outcome<R>> together(List<T> items);
    }

    /// Does this, with what others want done meanwhile, and returns when it is committed.
    ///
    /// @return what it came to
    /// @throws RuntimeException why it was refused, or what the deed threw for this item
    public R commit(T item) {
        var mine = new Waiting<T, R>(item);
        if (join(mine)) {
            mine.await();
        }
        if (mine.outcome == null) { // this thread leads
            lead();
        }
        return mine.told().orThrow();
    }

    /// True if another thread leads for now.
    private synchronized boolean join(Waiting<T, R> mine) {
        queue.add(mine);
        boolean another = underWay;
        underWay = true;
        return another;
    }

    private void lead() {
        List<Waiting<T, R>> group = next();
        try {
            settle(group);
        } finally {
            handOver();
            group.forEach(Waiting::wake);
        }
    }

    /// Whoever leads came first.
    private synchronized List<Waiting<T, R>> next() {
        var group = new ArrayList<Waiting<T, R>>(Math.min(queue.size(), LARGEST));
        while (group.size() < LARGEST && !queue.isEmpty()) {
            group.add(queue.remove());
        }
        return group;
    }

    /// Whoever would only wait for the same time-out.
    private synchronized List<Waiting<T, R>> waiting() {
        var all = List.copyOf(queue);
        queue.clear();
        return all;
    }

    private synchronized void handOver() {
        Waiting<T, R> leader = queue.peek();
        if (leader == null) {
            underWay = false;
        } else {
            leader.wake();
        }
    }

    private void settle(List<Waiting<T, R>> group) {
        try {
            done(group);
        } catch (RuntimeException failure) {
            if (Failure.of(failure) == Failure.DATABASE_AWAY) {
                group.addAll(waiting());
                group.forEach(each -> each.outcome = new Outcome.Refused<>(failure));
            } else if (group.size() == 1) {
                group.getFirst().outcome = new Outcome.Refused<>(failure);
            } else {
                group.forEach(this::alone);
            }
        } catch (Error fatal) {
            group.forEach(each -> each.outcome = new Outcome.Refused<>(new IllegalStateException(fatal)));
            throw fatal;
        }
    }

    private void alone(Waiting<T, R> one) {
        for (int tries = 1; one.outcome == null; tries++) {
            try {
                done(List.of(one));
            } catch (RuntimeException failure) {
                if (Failure.of(failure) != Failure.CONFLICT || tries == QUICK_TRIES) {
                    one.outcome = new Outcome.Refused<>(failure);
                }
            }
        }
    }

    private void done(List<Waiting<T, R>> group) {
        List<Outcome<R>> outcomes =
                deed.together(group.stream().map(each -> each.item).toList());
        for (int i = 0; i < group.size(); i++) {
            group.get(i).outcome = outcomes.get(i);
        }
    }

    /// An item and the thread that waits for it; without an outcome when woken, it is this thread's turn to lead.
    private static final class Waiting<T, R> {
        private final T item;
        private final CountDownLatch woken = new CountDownLatch(1);
        private volatile @Nullable Outcome<R> outcome;

        Waiting(T item) {
            this.item = item;
        }

        void wake() {
            woken.countDown();
        }

        /// Not to be interrupted: it is as good as in the hands of another.
        void await() {
            boolean interrupted = false;
            while (true) {
                try {
                    woken.await();
                    break;
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        Outcome<R> told() {
            Outcome<R> told = outcome;
            if (told == null) {
                throw new IllegalStateException("the group ended without a word");
            }
            return told;
        }
    }
}
