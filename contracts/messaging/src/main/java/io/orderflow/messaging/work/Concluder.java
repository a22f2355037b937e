package io.orderflow.messaging.work;

import io.orderflow.messaging.Cause;
import io.orderflow.messaging.Work;
import io.orderflow.messaging.group.GroupCommit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/// Concludes what was done: many items in one transaction when many are finished, each alone when that fails. An item
/// whose lease is no longer ours is left alone: somebody else has it.
final class Concluder<T, R> {
    private final Work<T, R> work;
    private final ClaimTable<T> table;
    private final TransactionTemplate transactions;
    private final Runnable committed;
    private final GroupCommit<Done<T, R>, Boolean> groups = GroupCommit.ofAll(this::together);

    /// @param committed is run after each commit
    Concluder(Work<T, R> work, ClaimTable<T> table, TransactionTemplate transactions, Runnable committed) {
        this.work = work;
        this.table = table;
        this.transactions = transactions;
        this.committed = committed;
    }

    /// Concludes one item, together with others that finished meanwhile, and returns when that is committed.
    ///
    /// @throws RuntimeException what the conclusion or the database threw; then nothing of this item has changed
    void conclude(Claim<T> claim, R result) {
        groups.commit(new Done<>(claim, result));
    }

    private List<Boolean> together(List<Done<T, R>> group) {
        List<Done<T, R>> sorted = group.stream()
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
        return Collections.nCopies(group.size(), true);
    }

    private record Done<T, R>(Claim<T> claim, R result) {}
}
