package io.orderflow.messaging.inbox;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.GetResponse;
import io.orderflow.events.Fact;
import io.orderflow.events.OrderFailed;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.Surroundings;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.broker.Topology;
import io.orderflow.messaging.wire.FactJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;

/// What hearing promises on a real broker and a real database: each event takes effect once, one bad message
/// holds up nobody, and what cannot be handled is put where a person finds it.
class HearingTest {
    private static final String FAILED = "v1.order.failed";

    private final Surroundings surroundings = new Surroundings();
    private final JdbcTemplate jdbc = surroundings.jdbc();
    private final Broker broker = surroundings.broker("reader");
    private final Topology topology =
            new Topology("reader", Set.of(FAILED), List.of(Duration.ofMillis(50), Duration.ofMillis(80)));
    private final Reader reader = new Reader();
    private final Consumer consumer = consumer();

    @BeforeEach
    void listen() {
        jdbc.execute("create table seen (id bigint generated always as identity, reason text not null)");
    }

    @AfterEach
    void leave() {
        if (consumer.isRunning()) {
            consumer.stop();
        }
        surroundings.close();
    }

    @Test
    void an_event_takes_effect_once_however_often_it_comes() throws Exception {
        declare();
        UUID one = Ids.next();
        for (int i = 0; i < 5; i++) { // in one batch
            publish(one, "one");
        }
        publish(Ids.next(), "two");
        consumer.start();
        eventually(() -> assertThat(seen()).containsExactlyInAnyOrder("one", "two"));

        publish(one, "one"); // and in later ones
        publish(Ids.next(), "three");

        eventually(() -> assertThat(seen()).containsExactlyInAnyOrder("one", "two", "three"));
        eventually(() -> assertThat(depth("reader.events")).isZero());
        assertThat(jdbc.queryForObject("select count(*) from inbox", Long.class))
                .isEqualTo(3);
    }

    @Test
    void one_bad_message_in_a_batch_does_not_take_its_neighbours_with_it() throws Exception {
        declare();
        for (int i = 0; i < 20; i++) {
            publish(Ids.next(), "good");
        }
        publish(Ids.next(), "bad");
        for (int i = 0; i < 20; i++) {
            publish(Ids.next(), "good");
        }
        consumer.start();

        eventually(() -> assertThat(seen()).hasSize(40).containsOnly("good"));
        eventually(() -> assertThat(depth("reader.parking")).isOne());
    }

    @Test
    void what_fails_climbs_the_ladder_and_is_parked_with_its_reason() throws Exception {
        declare();
        UUID id = Ids.next();
        publish(id, "bad");
        consumer.start();

        eventually(() -> assertThat(depth("reader.parking")).isOne());

        assertThat(reader.attemptsAtBad).isEqualTo(3); // at first, and after each of two rungs
        GetResponse parked = surroundings.take("reader.parking").getFirst();
        assertThat(parked.getProps().getMessageId()).isEqualTo(id.toString());
        assertThat(parked.getProps().getType()).isEqualTo(FAILED);
        assertThat(parked.getProps().getCorrelationId()).isNotBlank();
        assertThat(parked.getProps().getHeaders())
                .containsEntry("attempt", 3)
                .hasEntrySatisfying(
                        "because",
                        because -> assertThat(because).hasToString("IllegalArgumentException: cannot stand bad news"));
        assertThat(new String(parked.getBody(), StandardCharsets.UTF_8)).contains("\"bad\"");
        assertThat(jdbc.queryForObject("select count(*) from inbox", Long.class))
                .isZero();
    }

    @Test
    void what_fails_for_a_while_comes_right_on_the_ladder() throws Exception {
        declare();
        reader.badNewsAreFineAfter = 1;
        publish(Ids.next(), "bad");
        consumer.start();

        eventually(() -> assertThat(seen()).containsExactly("bad"));
        assertThat(depth("reader.parking")).isZero();
    }

    @Test
    void a_deadlock_is_tried_again_at_once_and_burns_no_attempt() throws Exception {
        declare();
        reader.conflicts = 2;
        publish(Ids.next(), "fine");
        consumer.start();

        eventually(() -> assertThat(seen()).containsExactly("fine"));
        assertThat(depth("reader.retry.50ms")).isZero();
        assertThat(depth("reader.parking")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"orderId\":1}", "not json", "\u0000\u0001"})
    void what_cannot_be_read_is_parked_at_once(String body) throws Exception {
        declare();
        publish(properties(Ids.next().toString(), FAILED), body.getBytes(StandardCharsets.UTF_8));
        publish(Ids.next(), "good");
        consumer.start();

        eventually(() -> assertThat(depth("reader.parking")).isOne());
        eventually(() -> assertThat(seen()).containsExactly("good"));
        assertThat(String.valueOf(surroundings
                        .take("reader.parking")
                        .getFirst()
                        .getProps()
                        .getHeaders()
                        .get("because")))
                .contains("not a v1.order.failed");
    }

    @Test
    void a_message_without_a_type_or_an_id_or_with_an_unknown_type_is_parked_with_the_reason() throws Exception {
        declare();
        byte[] body = new FactJson().write(new OrderFailed(UUID.randomUUID(), Instant.EPOCH, "x"));
        publish(properties(Ids.next().toString(), null), body);
        publish(properties(null, FAILED), body);
        publish(properties("not a uuid", FAILED), body);
        publish(properties(Ids.next().toString(), "v2.order.failed"), body);
        publish(properties(Ids.next().toString(), "v1.order.shipped"), body);
        publish(Ids.next(), "good");
        consumer.start();

        eventually(() -> assertThat(depth("reader.parking")).isEqualTo(5));
        eventually(() -> assertThat(seen()).containsExactly("good"));
        assertThat(surroundings.take("reader.parking").stream()
                        .map(message ->
                                String.valueOf(message.getProps().getHeaders().get("because")))
                        .toList())
                .satisfiesExactlyInAnyOrder(
                        because -> assertThat(because).isEqualTo("no type"),
                        because -> assertThat(because).isEqualTo("no message_id"),
                        because -> assertThat(because).isEqualTo("message_id is no UUID: not a uuid"),
                        because -> assertThat(because).isEqualTo("unknown event type v2.order.failed"),
                        because -> assertThat(because).contains("not a v1.order.shipped"));
    }

    @Test
    void a_message_that_ends_the_process_again_and_again_is_parked() throws Exception {
        declare();
        try (var connection = broker.open("test")) {
            var ladder = new Ladder(topology, broker, connection);
            var batch = new Batch(new FactJson(), reacting(), subscriptions(), ladder, () -> true);

            batch.settle(List.of(deliveredTimes(19, "nearly"), deliveredTimes(20, "deadly")));
        }

        assertThat(seen()).containsExactly("nearly");
        assertThat(surroundings.take("reader.parking"))
                .singleElement()
                .satisfies(parked -> assertThat(
                                String.valueOf(parked.getProps().getHeaders().get("because")))
                        .contains("crash loop"));
    }

    @Test
    void a_crash_after_the_commit_and_before_the_ack_changes_nothing_the_second_time() throws Exception {
        declare();
        UUID id = Ids.next();
        publish(id, "once");
        try (Channel crashing = surroundings.channel()) {
            GetResponse got = crashing.basicGet("reader.events", false);
            var message = new Message(new Delivery(got.getEnvelope(), got.getProps(), got.getBody()));
            reacting().reactTo(List.of(message.read(new FactJson())));
        } // closed without an ack: the broker gives it back

        consumer.start();

        eventually(() -> assertThat(depth("reader.events")).isZero());
        assertThat(seen()).containsExactly("once");
    }

    @Test
    void a_queue_that_was_deleted_by_hand_comes_back() throws Exception {
        consumer.start();
        eventually(() -> assertThat(depth("reader.events")).isZero());
        try (Channel channel = surroundings.channel()) {
            channel.queueDelete("reader.events");
        }

        eventually(() -> assertThat(depth("reader.events")).isZero());
        eventually(() -> {
            publish(Ids.next(), "back");
            assertThat(seen()).contains("back");
        });
    }

    @Test
    void the_connections_end_is_reported_and_another_is_opened() throws Exception {
        consumer.start();
        eventually(() -> assertThat(consumers()).isEqualTo(1));

        surroundings.host().rabbitmqctl("close_all_connections", "--vhost", surroundings.virtualHost(), "test");

        declareWithFreshConnection();
        eventually(() -> assertThat(broker.troubles()).doesNotContainKey(Broker.REACTIONS));
    }

    private void declareWithFreshConnection() throws Exception {
        try (var connection = surroundings.host().connect(surroundings.virtualHost());
                Channel channel = connection.openChannel().orElseThrow()) {
            eventually(() -> {
                try {
                    assertThat(channel.consumerCount("reader.events")).isEqualTo(1);
                } catch (IOException failed) {
                    throw new AssertionError(failed);
                }
            });
        }
    }

    private long consumers() {
        try (Channel channel = surroundings.channel()) {
            return channel.consumerCount("reader.events");
        } catch (Exception notYet) {
            return -1;
        }
    }

    private void declare() throws Exception {
        try (Channel channel = surroundings.channel()) {
            topology.declare(channel);
        }
    }

    private long depth(String queue) {
        try (Channel channel = surroundings.channel()) {
            return channel.messageCount(queue);
        } catch (Exception notThere) {
            return -1;
        }
    }

    private List<String> seen() {
        return jdbc.queryForList("select reason from seen order by id", String.class);
    }

    private void publish(UUID id, String reason) throws Exception {
        publish(
                properties(id.toString(), FAILED),
                new FactJson().write(new OrderFailed(UUID.randomUUID(), Instant.EPOCH, reason)));
    }

    private void publish(AMQP.BasicProperties properties, byte[] body) throws Exception {
        try (Channel channel = surroundings.channel()) {
            channel.confirmSelect();
            channel.basicPublish(Topology.EXCHANGE, FAILED, true, properties, body);
            channel.waitForConfirmsOrDie(5000);
        }
    }

    private static AMQP.BasicProperties properties(@Nullable String id, @Nullable String type) {
        return new AMQP.BasicProperties.Builder()
                .messageId(id)
                .type(type)
                .appId("order")
                .correlationId("some-order")
                .deliveryMode(2)
                .headers(new HashMap<>(Map.of("attempt", 1)))
                .build();
    }

    private static Message deliveredTimes(int count, String reason) {
        var properties = properties(Ids.next().toString(), FAILED)
                .builder()
                .headers(Map.of("x-delivery-count", (long) count))
                .build();
        Fact fact = new OrderFailed(UUID.randomUUID(), Instant.EPOCH, reason);
        return new Message(
                new Delivery(new Envelope(1, true, Topology.EXCHANGE, FAILED), properties, new FactJson().write(fact)));
    }

    private Subscriptions subscriptions() {
        return new Subscriptions(List.of(reader));
    }

    private Reacting reacting() {
        return new Reacting(new InboxTable(jdbc), subscriptions(), surroundings.transactions(), () -> {});
    }

    private Consumer consumer() {
        return new Consumer(broker, topology, new FactJson(), reacting(), subscriptions());
    }

    /// A reaction that writes what it hears into the same database, and cannot stand bad news.
    final class Reader {
        volatile int attemptsAtBad;
        volatile int badNewsAreFineAfter = Integer.MAX_VALUE;
        volatile int conflicts;

        @ReactTo
        void react(OrderFailed fact) {
            jdbc.update("insert into seen (reason) values (?)", fact.reason());
            if (fact.reason().equals("bad") && ++attemptsAtBad <= badNewsAreFineAfter) {
                throw new IllegalArgumentException("cannot stand bad news");
            }
            if (conflicts > 0) {
                conflicts--;
                throw new CannotAcquireLockException("deadlock", new SQLException("deadlock detected", "40P01"));
            }
        }
    }
}
