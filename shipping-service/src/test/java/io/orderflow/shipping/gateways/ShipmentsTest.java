package io.orderflow.shipping.gateways;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messaging.Ids;
import io.orderflow.shipping.ShippingTest;
import io.orderflow.shipping.domain.ShipmentFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ShippingTest
class ShipmentsTest {
    @Autowired
    private Shipments shipments;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void two_that_hear_of_an_order_at_once_begin_one_shipment_and_the_second_sees_what_the_first_wrote()
            throws Exception {
        UUID order = Ids.next();
        var orders = new ArrayList<>(List.of(order, Ids.next(), order));
        var seen = new CompletableFuture<Boolean>();

        inTransaction(() -> {
            shipments.lock(orders);
            shipments.of(order).hear(ShipmentFixtures.cancellationRequested(order), "cause", ShipmentFixtures.NOW);
            Thread.ofVirtual()
                    .start(() -> inTransaction(() -> {
                        shipments.lock(orders.reversed());
                        seen.complete(shipments.of(order).isCalledOff());
                    }));
            eventually(() -> assertThat(waitingForALock()).isEqualTo(1));
        });

        assertThat(seen.get(10, TimeUnit.SECONDS)).isTrue();
    }

    private int waitingForALock() {
        return jdbc.sql("""
                select count(*) from pg_stat_activity
                 where datname = current_database() and wait_event_type = 'Lock'""").query(Integer.class).single();
    }

    private void inTransaction(Runnable action) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> action.run());
    }
}
