package io.orderflow.messaging.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestBrokerTest {
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_virtual_host_has_the_exchange_and_nothing_else() throws Exception {
        TestBroker broker = TestBroker.shared();
        String one = broker.newVirtualHost();

        assertThat(broker.newVirtualHost()).isNotEqualTo(one);
        assertThat(broker.rabbitmqctl("list_exchanges", "--vhost", one, "name", "type", "durable"))
                .contains("orderflow.events\ttopic\ttrue");
        assertThat(broker.rabbitmqctl("list_queues", "--vhost", one, "name")).isEqualTo("");
    }

    @Test
    void the_test_user_may_publish_in_another_s_name() throws Exception {
        TestBroker broker = TestBroker.shared();
        try (var connection = broker.connect(broker.newVirtualHost());
                var channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish(
                    "orderflow.events",
                    "v1.order.created",
                    new AMQP.BasicProperties.Builder().userId("order").build(),
                    BODY);

            assertThat(channel.waitForConfirms(10_000)).isTrue();
        }
    }

    @Test
    void what_was_confirmed_outlives_a_crash_of_the_broker() throws Exception {
        try (TestBroker broker = TestBroker.ofItsOwn()) {
            String virtualHost = broker.newVirtualHost();
            try (var connection = broker.connect(virtualHost);
                    var channel = connection.createChannel()) {
                channel.queueDeclare("kept", true, false, false, null);
                channel.confirmSelect();
                channel.basicPublish("", "kept", MessageProperties.PERSISTENT_BASIC, BODY);
                channel.waitForConfirmsOrDie(10_000);
            } finally {
                broker.kill();
            }

            broker.start();

            try (var connection = broker.connect(virtualHost);
                    var channel = connection.createChannel()) {
                assertThat(channel.messageCount("kept")).isEqualTo(1);
            }
        }
    }

    @Test
    void a_broker_that_is_wiped_has_the_virtual_host_and_nothing_that_was_in_it() throws Exception {
        try (TestBroker broker = TestBroker.ofItsOwn()) {
            String virtualHost = broker.newVirtualHost();
            int port = broker.port();
            try (var connection = broker.connect(virtualHost);
                    var channel = connection.createChannel()) {
                channel.queueDeclare("lost", true, false, false, Map.of("x-queue-type", "quorum"));
                channel.exchangeDeclare("lost", "fanout", true);
            } finally {
                broker.wipe();
            }

            assertThat(broker.port()).isEqualTo(port);
            assertThat(broker.rabbitmqctl("list_exchanges", "--vhost", virtualHost, "name"))
                    .contains("orderflow.events")
                    .doesNotContain("lost");
            assertThat(broker.rabbitmqctl("list_queues", "--vhost", virtualHost, "name"))
                    .isEqualTo("");
        }
    }
}
