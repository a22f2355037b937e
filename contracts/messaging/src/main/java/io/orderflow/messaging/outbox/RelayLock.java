package io.orderflow.messaging.outbox;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// Sees to it that one relay of a service is at work at a time, whichever instance it is in: whoever holds the lock,
/// for as long as a transaction.
final class RelayLock {
    private final OutboxTable table;
    private final TransactionTemplate transactions;

    RelayLock(OutboxTable table, TransactionTemplate transactions) {
        this.table = table;
        this.transactions = transactions;
    }

    /// What is done in one transaction.
    interface Work {
        Round run() throws IOException, TimeoutException, InterruptedException;
    }

    /// Does it in a transaction that holds the lock; does nothing while another instance has it. A trouble with the
    /// broker is thrown after the commit, so that what is known by then is kept; anything else rolls back.
    ///
    /// @throws IOException      when the connection broke, or the broker refused
    /// @throws TimeoutException when the broker does not answer
    Round holding(Work work) throws IOException, TimeoutException {
        // Null only if the callback returns it, which it does not.
        Outcome outcome = transactions.execute(_ -> outcome(work));
        if (outcome == null) {
            return Round.NONE;
        }
        return switch (outcome.trouble()) {
            case null -> outcome.round();
            case IOException broken -> throw broken;
            case TimeoutException silent -> throw silent;
            case Exception other -> throw new IllegalStateException(other);
        };
    }

    private Outcome outcome(Work work) {
        if (!table.lock()) {
            return new Outcome(Round.ELSEWHERE, null);
        }
        try {
            return new Outcome(work.run(), null);
        } catch (IOException | TimeoutException trouble) {
            return new Outcome(Round.NONE, trouble);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Outcome(Round.NONE, null);
        }
    }

    private record Outcome(Round round, @Nullable Exception trouble) {}
}
