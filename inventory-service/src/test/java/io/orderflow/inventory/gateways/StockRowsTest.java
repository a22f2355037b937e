package io.orderflow.inventory.gateways;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderflow.events.Money;
import io.orderflow.inventory.domain.Product;
import io.orderflow.messaging.test.ServiceTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the rows of the stock promise to whoever decides on them.
@ServiceTest
class StockRowsTest {
    @Autowired
    private Products products;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    /// Guards against deadlocks of two batches over the same products: the lower SKU first. Without an index the rows
    /// come as they stand in the table, and so does the order of the locks, if nothing sorts them.
    @Test
    void products_are_locked_in_the_order_of_their_skus() throws Exception {
        add("SORTED-2");
        add("SORTED-1");
        try (ExecutorService instance = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> other = Objects.requireNonNull(inTransaction().execute(_ -> {
                products.lock(List.of("SORTED-1"));
                Future<?> waiting = instance.submit(this::lockBoth);
                eventually(() -> assertThat(waiting()).isOne());
                products.lock(List.of("SORTED-2"));
                return waiting;
            }));

            other.get();
        }
    }

    /// Guards the stock against a decision that was taken on wrong numbers.
    @Test
    void the_database_itself_keeps_the_stock_at_zero_or_above() {
        add("FEW");

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("update product set on_hand = on_hand - 2 where sku = 'FEW'")
                        .update());
    }

    private void add(String sku) {
        inTransaction()
                .executeWithoutResult(
                        _ -> products.add(new Product(sku, "A mug", new Money("EUR", new BigDecimal("12.90")), 1)));
    }

    private void lockBoth() {
        inTransaction().executeWithoutResult(_ -> {
            jdbc.sql("set local enable_indexscan = off").update();
            jdbc.sql("set local enable_bitmapscan = off").update();
            products.lock(List.of("SORTED-2", "SORTED-1"));
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
