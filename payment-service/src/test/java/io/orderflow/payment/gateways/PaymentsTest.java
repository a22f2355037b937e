package io.orderflow.payment.gateways;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.payment.domain.PaymentFixtures.NOW;
import static io.orderflow.payment.domain.PaymentFixtures.shippingCancelled;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messaging.Ids;
import io.orderflow.messaging.test.ServiceTest;
import io.orderflow.payment.domain.PaymentState;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class PaymentsTest {
    @Autowired
    private Payments payments;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final UUID order = Ids.next();

    @Test
    void who_hears_of_a_new_order_at_the_same_time_waits_and_reads_what_was_decided() throws Exception {
        try (var another = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<PaymentState> seen = Objects.requireNonNull(inTransaction().execute(_ -> {
                payments.beginAndLock(List.of(order));
                payments.of(order).hear(shippingCancelled(order), "cause", NOW);
                var second = another.submit(this::stateAfterLocking);
                eventually(() -> assertThat(waiting()).isPositive());
                return second;
            }));

            assertThat(seen.get()).isEqualTo(PaymentState.VOIDED);
        }
    }

    @Test
    void a_payment_that_is_there_stays_as_it_is() {
        inTransaction().executeWithoutResult(_ -> {
            payments.beginAndLock(List.of(order, order));
            payments.of(order).hear(shippingCancelled(order), "cause", NOW);
        });

        assertThat(stateAfterLocking()).isEqualTo(PaymentState.VOIDED);
    }

    private PaymentState stateAfterLocking() {
        return Objects.requireNonNull(inTransaction().execute(_ -> {
            payments.beginAndLock(List.of(Ids.next(), order));
            return payments.of(order).state();
        }));
    }

    private int waiting() {
        return jdbc.sql("""
                select count(*) from pg_stat_activity
                 where datname = current_database() and wait_event_type = 'Lock' and query like 'insert into payment %'""").query(Integer.class).single();
    }

    private TransactionTemplate inTransaction() {
        return new TransactionTemplate(transactions);
    }
}
