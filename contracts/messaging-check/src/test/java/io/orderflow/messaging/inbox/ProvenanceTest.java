package io.orderflow.messaging.inbox;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import io.orderflow.events.OrderFailed;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.broker.Topology;
import io.orderflow.messaging.wire.FactJson;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Promise: nobody is believed who could not have published under the key of what is said, whichever way it was brought
/// into the queue.
class ProvenanceTest extends HearingFixture {
    private static final String FORGERY = "forged";

    @BeforeEach
    void hear() throws Exception {
        declare(); // with all its bindings, before anything is published
        consumer.start();
    }

    @Test
    void what_comes_by_an_exchange_bound_to_the_common_one_is_parked() throws Exception {
        try (Channel channel = surroundings.channel()) {
            channel.exchangeDeclare("payment.own", "topic", true);
            channel.exchangeBind(Topology.EXCHANGE, "payment.own", "#");
            say(channel, "payment.own", FAILED);
        }

        isParked("it came by an exchange that carries no events");
    }

    @Test
    void what_is_dead_lettered_into_the_common_exchange_is_parked() throws Exception {
        try (Channel channel = surroundings.channel()) {
            channel.queueDeclare(
                    "payment.own",
                    true,
                    false,
                    false,
                    Map.of(
                            "x-message-ttl",
                            1,
                            "x-dead-letter-exchange",
                            Topology.EXCHANGE,
                            "x-dead-letter-routing-key",
                            FAILED));
            say(channel, "", "payment.own");
        }

        isParked("it was dead-lettered into the events and not said");
    }

    @Test
    void what_calls_itself_something_else_than_its_key_is_parked() throws Exception {
        try (Channel channel = surroundings.channel()) {
            channel.queueBind("reader.events", Topology.EXCHANGE, "v1.payment.processed");
            say(channel, Topology.EXCHANGE, "v1.payment.processed");
        }

        isParked("it says that it is v1.order.failed and was published under another key");
    }

    @Test
    void what_an_administrator_puts_into_the_queue_or_is_said_again_to_this_reader_is_heard() throws Exception {
        try (Channel channel = surroundings.channel()) {
            say(channel, "", "reader.events");
            say(channel, Topology.EXCHANGE, Topology.addressed("reader", FAILED));
        }

        eventually(() -> assertThat(seen()).containsExactly(FORGERY, FORGERY));
    }

    private static void say(Channel channel, String exchange, String key) throws Exception {
        channel.confirmSelect();
        AMQP.BasicProperties properties = properties(Ids.next().toString(), FAILED);
        channel.basicPublish(
                exchange,
                key,
                true,
                properties,
                new FactJson().write(new OrderFailed(UUID.randomUUID(), Instant.EPOCH, FORGERY)));
        channel.waitForConfirmsOrDie(5000);
    }

    private void isParked(String because) throws Exception {
        eventually(() -> assertThat(depth("reader.parking")).isOne());
        try (Channel channel = surroundings.channel()) {
            assertThat(channel.basicGet("reader.parking", true)
                            .getProps()
                            .getHeaders()
                            .get("because"))
                    .hasToString(because);
        }
        assertThat(seen()).isEmpty();
    }
}
