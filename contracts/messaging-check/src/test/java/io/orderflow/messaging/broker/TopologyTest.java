package io.orderflow.messaging.broker;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.rabbitmq.client.Channel;
import io.orderflow.messaging.Surroundings;
import io.orderflow.messaging.test.TestBroker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the broker does with what a service declares on it: nothing gets lost between its queues.
class TopologyTest {
    private static final byte[] BODY = {1};

    private final Surroundings surroundings = new Surroundings();
    private final Channel channel = surroundings.channel();
    private final Topology topology = new Topology("reader", Set.of(), List.of(Duration.ofMillis(50)));

    /// A message that could not be dead-lettered is tried again after three minutes; here, sooner.
    @BeforeAll
    static void impatient() {
        tryAgainAfter(Duration.ofMillis(200));
    }

    @AfterAll
    static void as_it_was() {
        tryAgainAfter(Duration.ofMinutes(3));
    }

    @AfterEach
    void leave() {
        surroundings.close();
    }

    /// Guards what climbed the ladder: with the default strategy it is gone when its queue is away for a moment.
    @Test
    void what_has_waited_on_a_rung_waits_for_the_queue_to_come_back() throws Exception {
        topology.declare(channel);
        channel.queueUnbind(topology.events(), "reader", Topology.AGAIN);
        publish("reader", topology.rung(0));
        eventually(() ->
                assertThat(channel.messageCount("reader." + topology.rung(0))).isZero());

        topology.declare(channel);

        eventually(() -> assertThat(channel.messageCount(topology.events())).isOne());
    }

    /// Guards what the broker itself gives up: with the default strategy it is gone when parking is away for a moment.
    @Test
    void what_the_queue_gives_up_waits_for_parking_to_come_back() throws Exception {
        topology.declare(channel);
        channel.queueUnbind(topology.parking(), "reader", Topology.PARKING);
        publish("", topology.events());
        channel.basicReject(
                channel.basicGet(topology.events(), false).getEnvelope().getDeliveryTag(), false);
        publish("", topology.events()); // confirmed after the queue has given the first one up

        topology.declare(channel);

        eventually(() -> assertThat(channel.messageCount(topology.parking())).isOne());
    }

    /// Guards dead-lettering against a target that comes late, which it notices after three minutes.
    @Test
    void parking_is_there_before_the_queue_that_gives_up_to_it() throws Exception {
        try (Channel other = surroundings.channel()) {
            other.queueDeclare(topology.events(), true, false, false, Map.of());
        }

        assertThatIOException().isThrownBy(() -> topology.declare(channel)); // because that queue is another

        assertThat(exists(topology.parking())).isTrue();
    }

    private void publish(String exchange, String key) throws Exception {
        channel.confirmSelect();
        channel.basicPublish(exchange, key, null, BODY);
        channel.waitForConfirmsOrDie(5000);
    }

    private boolean exists(String queue) throws Exception {
        try (Channel look = surroundings.channel()) {
            look.queueDeclarePassive(queue);
            return true;
        } catch (IOException notFound) {
            return false;
        }
    }

    private static void tryAgainAfter(Duration wait) {
        TestBroker.shared()
                .rabbitmqctl(
                        "eval",
                        "application:set_env(rabbit, dead_letter_worker_publisher_confirm_timeout, " + wait.toMillis()
                                + ").");
    }
}
