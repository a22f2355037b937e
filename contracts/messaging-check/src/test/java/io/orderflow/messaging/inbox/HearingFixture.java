package io.orderflow.messaging.inbox;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import io.orderflow.events.Fact;
import io.orderflow.events.OrderFailed;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.Surroundings;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.broker.Topology;
import io.orderflow.messaging.wire.FactJson;
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
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;

/// A reader with a real broker and a real database around it, and the words in which its tests speak.
abstract class HearingFixture {
    static final String FAILED = "v1.order.failed";

    final Surroundings surroundings = new Surroundings();
    final JdbcTemplate jdbc = surroundings.jdbc();
    final Broker broker = surroundings.broker("reader");
    final Topology topology =
            new Topology("reader", Set.of(FAILED), List.of(Duration.ofMillis(50), Duration.ofMillis(80)));
    final Reader reader = new Reader();
    final Consumer consumer = consumer();

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

    void declare() throws Exception {
        try (Channel channel = surroundings.channel()) {
            topology.declare(channel);
        }
    }

    long depth(String queue) {
        try (Channel channel = surroundings.channel()) {
            return channel.messageCount(queue);
        } catch (Exception notThere) {
            return -1;
        }
    }

    List<String> seen() {
        return jdbc.queryForList("select reason from seen order by id", String.class);
    }

    void publish(UUID id, String reason) throws Exception {
        publish(
                properties(id.toString(), FAILED),
                new FactJson().write(new OrderFailed(UUID.randomUUID(), Instant.EPOCH, reason)));
    }

    void publish(AMQP.BasicProperties properties, byte[] body) throws Exception {
        try (Channel channel = surroundings.channel()) {
            channel.confirmSelect();
            channel.basicPublish(Topology.EXCHANGE, FAILED, true, properties, body);
            channel.waitForConfirmsOrDie(5000);
        }
    }

    static AMQP.BasicProperties properties(@Nullable String id, @Nullable String type) {
        return new AMQP.BasicProperties.Builder()
                .messageId(id)
                .type(type)
                .appId("order")
                .correlationId("some-order")
                .deliveryMode(2)
                .headers(new HashMap<>(Map.of("attempt", 1)))
                .build();
    }

    static Message deliveredTimes(int count, String reason) {
        var properties = properties(Ids.next().toString(), FAILED)
                .builder()
                .headers(Map.of("x-delivery-count", (long) count))
                .build();
        Fact fact = new OrderFailed(UUID.randomUUID(), Instant.EPOCH, reason);
        return new Message(
                new Delivery(new Envelope(1, true, Topology.EXCHANGE, FAILED), properties, new FactJson().write(fact)));
    }

    Subscriptions subscriptions() {
        return new Subscriptions(List.of(reader));
    }

    Reacting reacting() {
        return new Reacting(new InboxTable(jdbc), subscriptions(), surroundings.transactions(), () -> {});
    }

    Consumer consumer() {
        return new Consumer(
                broker, topology, new FactJson(), reacting(), subscriptions(), new Pause(jdbc), Consumer.Size.USUAL);
    }

    /// A reaction that writes what it hears into the same database, and cannot stand bad news.
    final class Reader {
        volatile int attemptsAtBad;
        volatile int badNewsAreFineAfter = Integer.MAX_VALUE;
        volatile int conflicts;
        volatile int cutsOff;

        @ReactTo
        void react(OrderFailed fact) {
            jdbc.update("insert into seen (reason) values (?)", fact.reason());
            if (fact.reason().equals("bad") && ++attemptsAtBad <= badNewsAreFineAfter) {
                throw new IllegalArgumentException("cannot stand bad news");
            }
            if (cutsOff > 0) {
                cutsOff--;
                jdbc.execute("select pg_terminate_backend(pg_backend_pid())");
            }
            if (conflicts > 0) {
                conflicts--;
                throw new CannotAcquireLockException("deadlock", new SQLException("deadlock detected", "40P01"));
            }
        }
    }
}
