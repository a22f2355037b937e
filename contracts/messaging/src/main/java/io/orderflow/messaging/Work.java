package io.orderflow.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something to do outside a transaction: call a payment provider, book a carrier, send a mail. A bean of this type
/// is found by the starter and kept going.
///
/// A row whose `due_at` has come is claimed with a lease (`for update skip locked`, `due_at` moved to the lease's
/// end), done on a virtual thread, and concluded in a second transaction together with the facts it leads to. Whoever
/// holds the lease concludes; a process that was frozen meanwhile finds its lease gone and changes nothing. A process
/// that dies leaves a lease that runs out, and the work is done again: so what [#perform] calls must be idempotent by
/// a key derived from the item.
///
/// The row is the aggregate's own. Its table has, beside its own columns, `due_at timestamptz` (null: nothing to do),
/// `attempts int not null default 0`, `lease uuid`, `last_error text`, `cause text`, and an index on `due_at where
/// due_at is not null`. The aggregate sets `due_at` to the present and `cause` (see [Envelope#asCause]) when there is
/// something to do; the other columns are the starter's.
///
/// @param <T> what is to be done, read from the claimed row
/// @param <R> what came of it
public interface Work<T, R> {
    /// Where the rows are, for how long they are leased, and how many are done at once.
    WorkTable table();

    /// Whether it is looked for after every commit of a reaction or a conclusion. False for work that commits
    /// only make due at some later time: it is looked for when the next is due or up to a second later, and
    /// every few seconds.
    default boolean isUrgent() {
        return true;
    }

    /// Reads what is to be done from the claimed row; all its columns are there. `attempts` is 1 at the first try.
    ///
    /// @throws SQLException as the row does
    T read(ResultSet row) throws SQLException;

    /// Does it. Outside any transaction, on a virtual thread, possibly again and possibly beside an earlier try of a
    /// frozen process. Its own time-outs are shorter than the lease.
    ///
    /// @throws Exception when nothing is known of the outcome, or it may be better later: it is tried again after
    ///                   [#retryAfter]. To give up is a decision and therefore a result.
    R perform(T item) throws Exception;

    /// Loads and locks the rows of all items that are about to be concluded in one transaction, sorted by key, in one
    /// statement. Without it each [#conclude] reads its own.
    default void lock(List<T> items) {}

    /// Takes note of what came of it and says the facts that follow, in a transaction in which the item's row is
    /// locked and `due_at` is null again. Whoever has more to do sets it anew.
    void conclude(T item, R result);

    /// How long to wait before the next try.
    ///
    /// @param attempt how many tries there were, at least 1
    default Duration retryAfter(int attempt) {
        return Duration.ofMillis(Math.min(60_000L, 500L << Math.min(attempt - 1, 10)));
    }

    /// Why the last try failed, as it may be kept in `last_error` and written to the log: without personal data.
    default String reason(Exception failure) {
        @Nullable String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
