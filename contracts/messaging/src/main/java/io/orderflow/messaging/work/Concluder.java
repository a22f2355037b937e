package io.orderflow.messaging.work;

import io.orderflow.messaging.Cause;
import io.orderflow.messaging.Work;
import io.orderflow.messaging.inbox.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// Concludes what was done: many items in one transaction when many are finished, each alone when that fails. An item
/// whose lease is no longer ours is left alone: somebody else has it.
final class Concluder<T, R> {
    private static final int BATCH = 100;
    private static final int QUICK_TRIES = 3;

    private final Work<T, R> work;
    private final ClaimTable<T> table;
    private final TransactionTemplate transactions;
    private final Runnable committed;
    private final LinkedBlockingQueue<Done<T, R>> finished = new LinkedBlockingQueue<>();
    private @Nullable Thread thread;
    private volatile boolean running = true;

    /// @param committed is run after each commit
    Concluder(Work<T, R> work, ClaimTable<T> table, TransactionTemplate transactions, Runnable committed) {
        this.work = work;
        this.table = table;
        this.transactions = transactions;
        this.committed = committed;
    }

    /// Concludes one item, together with others that finished meanwhile, and waits until that is committed.
    ///
    /// @throws Exception what the conclusion or the database threw; then nothing of this item has changed
    void conclude(Claim<T> claim, R result) throws Exception {
        var done = new Done<>(claim, result, new CompletableFuture<@Nullable Void>());
        finished.add(done);
        startOnce();
        try {
            done.concluded().get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private synchronized void startOnce() {
        if (thread == null) {
            thread = Thread.ofPlatform()
                    .name("conclude-" + work.table().name())
                    .daemon(true)
                    .start(this::run);
        }
    }

    synchronized void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        while (running) {
            try {
                var batch = new ArrayList<Done<T, R>>();
                batch.add(finished.take());
                finished.drainTo(batch, BATCH - 1);
                together(batch);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void together(List<Done<T, R>> batch) {
        try {
            commit(batch);
            batch.forEach(done -> done.concluded().complete(null));
        } catch (RuntimeException failure) {
            batch.forEach(this::alone);
        }
    }

    private void alone(Done<T, R> done) {
        for (int tries = 1; ; tries++) {
            try {
                commit(List.of(done));
                done.concluded().complete(null);
                return;
            } catch (RuntimeException failure) {
                if (Failure.of(failure) != Failure.CONFLICT || tries == QUICK_TRIES) {
                    done.concluded().completeExceptionally(failure);
                    return;
                }
            }
        }
    }

    private void commit(List<Done<T, R>> batch) {
        List<Done<T, R>> sorted = batch.stream()
                .sorted(Comparator.comparing((Done<T, R> done) -> done.claim().key()))
                .toList();
        transactions.executeWithoutResult(_ -> {
            Set<UUID> ours = table.settle(sorted.stream().map(Done::claim).toList());
            List<Done<T, R>> mine = sorted.stream()
                    .filter(done -> ours.contains(done.claim().key()))
                    .toList();
            if (mine.isEmpty()) {
                return;
            }
            work.lock(mine.stream().map(done -> done.claim().item()).toList());
            for (Done<T, R> done : mine) {
                Cause.during(
                        Cause.parse(done.claim().cause()),
                        () -> work.conclude(done.claim().item(), done.result()));
            }
        });
        committed.run();
    }

    private record Done<T, R>(Claim<T> claim, R result, CompletableFuture<@Nullable Void> concluded) {}
}
