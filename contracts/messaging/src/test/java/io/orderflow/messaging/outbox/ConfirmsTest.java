package io.orderflow.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConfirmsTest {
    private final OutboxRow first = row(1);
    private final OutboxRow second = row(2);
    private final OutboxRow third = row(3);
    private final Confirms confirms = new Confirms(List.of(first, second, third), 41);

    @Test
    void what_is_acked_is_sent() throws InterruptedException {
        confirms.handleAck(43, true);

        assertThat(confirms.await(0, TimeUnit.MILLISECONDS)).isTrue();
        assertThat(confirms.sent()).containsExactly(first, second, third);
        assertThat(confirms.refused()).isEmpty();
    }

    @Test
    void what_is_returned_and_then_acked_is_not_sent() throws InterruptedException {
        confirms.handleReturn(312, "NO_ROUTE", "orderflow.events", "v1.a.b", properties(second), new byte[0]);
        confirms.handleAck(43, true);

        assertThat(confirms.await(0, TimeUnit.MILLISECONDS)).isTrue();
        assertThat(confirms.sent()).containsExactly(first, third);
        assertThat(confirms.refused()).containsOnlyKeys(second).containsValue("returned: 312 NO_ROUTE");
    }

    @Test
    void what_is_nacked_is_not_sent() {
        confirms.handleAck(41, false);
        confirms.handleNack(43, true);

        assertThat(confirms.sent()).containsExactly(first);
        assertThat(confirms.refused()).containsOnlyKeys(second, third);
    }

    @Test
    void what_is_not_answered_is_neither_sent_nor_refused() throws InterruptedException {
        confirms.handleAck(42, false);

        assertThat(confirms.await(1, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(confirms.sent()).containsExactly(second);
        assertThat(confirms.refused()).isEmpty();
    }

    @Test
    void answers_out_of_order_and_for_earlier_batches_do_not_confuse_it() throws InterruptedException {
        confirms.handleNack(40, true); // a late answer to the batch before
        confirms.handleAck(43, false);
        confirms.handleNack(41, false);
        confirms.handleAck(43, true); // 41 is answered already

        assertThat(confirms.await(0, TimeUnit.MILLISECONDS)).isTrue();
        assertThat(confirms.sent()).containsExactly(second, third);
        assertThat(confirms.refused()).containsOnlyKeys(first);
    }

    private static OutboxRow row(long id) {
        return new OutboxRow(id, UUID.randomUUID(), "subject", "v1.a.b", null, null, "{}", Instant.EPOCH, 0);
    }

    private static AMQP.BasicProperties properties(OutboxRow row) {
        return new AMQP.BasicProperties.Builder()
                .messageId(row.eventId().toString())
                .build();
    }
}
