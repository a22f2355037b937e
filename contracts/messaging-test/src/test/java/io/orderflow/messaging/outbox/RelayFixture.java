package io.orderflow.messaging.outbox;

import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import io.orderflow.events.Money;
import io.orderflow.events.PaymentFact;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.messaging.Surroundings;
import io.orderflow.messaging.ThisService;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.loop.Bell;
import io.orderflow.messaging.wire.FactJson;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// The relay with a real broker and a real database around it, and the words in which its tests speak.
abstract class RelayFixture {
    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final String PROCESSED = "v1.payment.processed";
    static final String FAILED = "v1.payment.failed";

    final Surroundings surroundings = new Surroundings();
    final JdbcTemplate jdbc = surroundings.jdbc();
    final OutboxTable table = new OutboxTable(jdbc);
    final Outbox outbox = new Outbox(
            new ThisService("payment", EventTypes.under(PaymentFact.class)), new FactJson(), table, new Bell());

    @AfterEach
    void leave() {
        surroundings.close();
    }

    void say(Fact... facts) {
        surroundings.transactions().executeWithoutResult(_ -> outbox.say(facts));
    }

    long waiting() {
        Long count = jdbc.queryForObject("select count(*) from outbox where published_at is null", Long.class);
        return count == null ? -1 : count;
    }

    /// What was set back is due again.
    void timePasses() {
        jdbc.update("update outbox set retry_at = now() - interval '1 second' where retry_at is not null");
    }

    Relay relay(Broker broker) {
        return relay(publisher(broker), surroundings.transactions());
    }

    static Publisher publisher(Broker broker) {
        return new Publisher(broker, "payment", PATIENCE);
    }

    Relay relay(Publisher publisher, TransactionTemplate transactions) {
        return new Relay(table, publisher, transactions, new Bell(), Duration.ofMillis(10));
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
