package io.orderflow.payment.gateways;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messaging.test.ServiceTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How the rows of payments are locked.
@ServiceTest
class PaymentRowsTest {
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);

    @Autowired
    private Payments payments;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    /// Guards against deadlocks of two batches over the same orders: the lower key first. Without an index the rows
    /// come as they stand in the table, and so does the order of the locks, if nothing sorts them.
    @Test
    void payments_are_locked_in_the_order_of_their_keys() throws Exception {
        jdbc.sql("insert into payment (order_id) values (?), (?)")
                .params(SECOND, FIRST)
                .update();
        try (ExecutorService instance = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> other = Objects.requireNonNull(inTransaction().execute(_ -> {
                payments.lock(List.of(FIRST));
                Future<?> waiting = instance.submit(this::lockBoth);
                eventually(() -> assertThat(waiting()).isOne());
                payments.lock(List.of(SECOND));
                return waiting;
            }));

            other.get();
        }
    }

    private void lockBoth() {
        inTransaction().executeWithoutResult(_ -> {
            jdbc.sql("set local enable_indexscan = off").update();
            jdbc.sql("set local enable_bitmapscan = off").update();
            payments.lock(List.of(SECOND, FIRST));
        });
    }

    private int waiting() {
        return jdbc.sql("""
                select count(*) from pg_stat_activity
                 where datname = current_database() and wait_event_type = 'Lock'""").query(Integer.class).single();
    }

    private TransactionTemplate inTransaction() {
        return new TransactionTemplate(transactions);
    }
}
