package io.orderflow.faults.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShuffledTest {
    private static final String CREATED = "v1.order.created";
    private static final String CANCELLATION = "v1.order.cancellation-requested";

    @Test
    void only_a_request_before_its_own_order_is_early() {
        Delivery created = event(CREATED, "a");
        Delivery cancelled = event(CANCELLATION, "a");
        Delivery other = event(CREATED, "b");

        assertThat(Shuffled.early(List.of(cancelled, other, created))).isEqualTo(1);
        assertThat(Shuffled.early(List.of(created, cancelled, other))).isZero();
        assertThat(Shuffled.early(List.of(cancelled, other))).isZero();
    }

    @Test
    void what_stands_elsewhere_is_counted() {
        Delivery first = event(CREATED, "a");
        Delivery second = event(CREATED, "b");
        Delivery third = event(CREATED, "c");

        assertThat(Shuffled.displaced(List.of(first, second, third), List.of(second, first, third)))
                .isEqualTo(2);
    }

    private static Delivery event(String type, String order) {
        var properties = new AMQP.BasicProperties.Builder()
                .type(type)
                .correlationId(order)
                .build();
        return new Delivery(new Envelope(1, false, "", ""), properties, new byte[0]);
    }
}
