package io.orderflow.messaging.outbox;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Transactions of a process that dies right before one of its commits.
final class CrashingTransactions {
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private final TransactionTemplate template;

    CrashingTransactions(DataSource database) {
        template = new TransactionTemplate(new JdbcTransactionManager(database) {
            @Override
            protected void doCommit(DefaultTransactionStatus status) {
                if (left.getAndDecrement() <= 0) {
                    doRollback(status);
                    throw new TransactionSystemException("crashed");
                }
                super.doCommit(status);
            }
        });
    }

    TransactionTemplate template() {
        return template;
    }

    /// So many commits come through, and none after them.
    void afterCommits(int commits) {
        left.set(commits);
    }
}
