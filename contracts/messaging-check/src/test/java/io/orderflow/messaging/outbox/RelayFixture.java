package io.orderflow.messaging.outbox;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import io.orderflow.events.Money;
import io.orderflow.events.PaymentFact;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.messaging.Surroundings;
import io.orderflow.messaging.ThisService;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.loop.Backoff;
import io.orderflow.messaging.loop.Bell;
import io.orderflow.messaging.wire.FactJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// The relay with a real broker and a real database around it, and the words in which its tests speak.
abstract class RelayFixture {
    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final String PROCESSED = "v1.payment.processed";
    static final String FAILED = "v1.payment.failed";
    static final String MARKER = "payment.relayed";

    final Surroundings surroundings;
    final JdbcTemplate jdbc;
    final OutboxTable table;
    final ReplayTable replays;
    final Outbox outbox;

    RelayFixture() {
        this(new Surroundings());
    }

    RelayFixture(Surroundings surroundings) {
        this.surroundings = surroundings;
        jdbc = surroundings.jdbc();
        table = new OutboxTable(jdbc);
        replays = new ReplayTable(jdbc);
        var service = new ThisService("payment", EventTypes.under(PaymentFact.class));
        outbox = new Outbox(service, new FactJson(), table, new Bell());
    }

    @AfterEach
    void leave() {
        surroundings.close();
    }

    void say(Fact... facts) {
        surroundings.transactions().executeWithoutResult(_ -> outbox.say(facts));
    }

    long waiting() {
        return count("outbox where published_at is null");
    }

    /// What was set back is due again.
    void timePasses() {
        jdbc.update("update outbox set retry_at = now() - interval '1 second' where retry_at is not null");
    }

    /// Facts that were published long ago, and that no broker has.
    void publishedBefore(int facts) {
        jdbc.update("""
                insert into outbox (event_id, subject, routing_key, payload, published_at)
                select gen_random_uuid(), n::text, 'v1.payment.failed', '{}', now() from generate_series(1, ?) as n
                """, facts);
    }

    /// The event ids of what was said, in that order.
    List<String> said() {
        return jdbc.queryForList("select event_id::text from outbox order by id", String.class);
    }

    /// Takes everything from a queue and tells the event ids.
    List<String> heard(String queue) {
        return surroundings.take(queue).stream()
                .map(message -> message.getProps().getMessageId())
                .toList();
    }

    boolean hasMarker() {
        try (Channel channel = surroundings.channel()) {
            channel.exchangeDeclarePassive(MARKER);
            return true;
        } catch (IOException | TimeoutException notThere) {
            return false;
        }
    }

    /// Takes away what tells the relay that this broker has what it confirmed.
    void theBrokerForgets() throws Exception {
        try (Channel channel = surroundings.channel()) {
            channel.exchangeDelete(MARKER);
        }
    }

    long openReplays() {
        return count("outbox_replay where finished_at is null");
    }

    long count(String from) {
        Long count = jdbc.queryForObject("select count(*) from " + from, Long.class);
        return count == null ? -1 : count;
    }

    /// Lets it relay until nothing is left to say again.
    void untilAllIsSaidAgain(Relay relay) {
        eventually(() -> {
            relay.turn();
            assertThat(openReplays()).isZero();
        });
    }

    Relay relay() {
        return relay(surroundings.broker("payment"));
    }

    Relay relay(Broker broker) {
        return relay(publisher(broker), surroundings.transactions());
    }

    static Publisher publisher(Broker broker) {
        return new Publisher(broker, "payment", PATIENCE);
    }

    Relay relay(Publisher publisher, TransactionTemplate transactions) {
        return relay(publisher, transactions, new Backoff(Duration.ofMillis(10), Duration.ofMillis(100)));
    }

    Relay relay(Publisher publisher, TransactionTemplate transactions, Backoff replayRests) {
        var lock = new RelayLock(table, transactions);
        return new Relay(
                publisher,
                table,
                lock,
                new Marker("payment", lock, replays),
                new Replay(lock, table, replays, new Sender(publisher, table), replayRests),
                new Bell(),
                Duration.ofMillis(10));
    }

    static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    static PaymentProcessed processed() {
        return new PaymentProcessed(UUID.randomUUID(), now(), new Money("EUR", new BigDecimal("25.80")), "ch_1");
    }

    static PaymentFailed failed() {
        return new PaymentFailed(UUID.randomUUID(), now(), new Money("EUR", new BigDecimal("25.80")), "card-declined");
    }
}
