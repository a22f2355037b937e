package io.orderflow.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.GetResponse;
import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import io.orderflow.events.Money;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.PaymentFact;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.messaging.Cause;
import io.orderflow.messaging.Surroundings;
import io.orderflow.messaging.ThisService;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.loop.Bell;
import io.orderflow.messaging.wire.FactJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// The relay's promise on a real broker and a real database: what a committed change said reaches the broker,
/// whatever happens on the way, and nothing else does.
class RelayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String PROCESSED = "v1.payment.processed";
    private static final String FAILED = "v1.payment.failed";

    private final Surroundings surroundings = new Surroundings();
    private final JdbcTemplate jdbc = surroundings.jdbc();
    private final OutboxTable table = new OutboxTable(jdbc);
    private final Outbox outbox = new Outbox(
            new ThisService("payment", EventTypes.under(PaymentFact.class)), new FactJson(), table, new Bell());

    @AfterEach
    void leave() {
        surroundings.close();
    }

    @Test
    void what_was_said_is_published_with_its_envelope_and_marked() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        var cause = new Cause(UUID.randomUUID(), "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        PaymentProcessed fact = processed();
        surroundings.transactions().executeWithoutResult(_ -> Cause.during(cause, () -> outbox.say(fact)));

        relay(surroundings.broker("payment")).turn();

        GetResponse message = surroundings.take(queue).getFirst();
        assertThat(message.getEnvelope().getRoutingKey()).isEqualTo(PROCESSED);
        var properties = message.getProps();
        assertThat(UUID.fromString(properties.getMessageId()).version()).isEqualTo(7);
        assertThat(properties.getType()).isEqualTo(PROCESSED);
        assertThat(properties.getAppId()).isEqualTo("payment");
        assertThat(properties.getUserId()).isEqualTo("test");
        assertThat(properties.getCorrelationId()).isEqualTo(fact.orderId().toString());
        assertThat(properties.getContentType()).isEqualTo("application/json");
        assertThat(properties.getDeliveryMode()).isEqualTo(2);
        assertThat(properties.getHeaders())
                .containsEntry("attempt", 1)
                .hasEntrySatisfying(
                        "causation-id",
                        id -> assertThat(id).hasToString(cause.eventId().toString()))
                .hasEntrySatisfying(
                        "traceparent", trace -> assertThat(trace).hasToString(String.valueOf(cause.traceparent())));
        assertThat(new FactJson().read(PROCESSED, message.getBody())).isEqualTo(fact);
        assertThat(waiting()).isZero();
    }

    @Test
    void what_was_said_in_a_transaction_that_rolled_back_was_never_said() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        surroundings.transactions().executeWithoutResult(status -> {
            outbox.say(processed());
            status.setRollbackOnly();
        });

        relay(surroundings.broker("payment")).turn();

        assertThat(surroundings.take(queue)).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from outbox", Long.class))
                .isZero();
    }

    @Test
    void nothing_is_said_outside_a_transaction_nor_for_somebody_else() {
        assertThatIllegalStateException().isThrownBy(() -> outbox.say(processed()));
        var another = new OrderFailed(UUID.randomUUID(), now(), "out-of-stock");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> surroundings.transactions().executeWithoutResult(_ -> outbox.say(another)))
                .withMessage("v1.order.failed is not for payment to say");
    }

    @Test
    void a_fact_that_no_queue_takes_is_kept_and_sent_once_one_does() throws Exception {
        String others = surroundings.listenTo(FAILED, Map.of());
        say(processed(), failed());

        relay(surroundings.broker("payment")).turn();

        assertThat(surroundings.take(others)).hasSize(1);
        assertThat(waiting()).isOne();
        assertThat(jdbc.queryForObject("select last_error from outbox where published_at is null", String.class))
                .isEqualTo("returned: 312 NO_ROUTE");

        String queue = surroundings.listenTo(PROCESSED, Map.of());
        timePasses();
        relay(surroundings.broker("payment")).turn();

        assertThat(surroundings.take(queue)).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void a_fact_that_the_broker_nacks_is_kept_and_its_neighbours_go() throws Exception {
        String full = surroundings.listenTo(PROCESSED, Map.of("x-max-length", 1, "x-overflow", "reject-publish"));
        String others = surroundings.listenTo(FAILED, Map.of());
        say(processed(), processed(), failed());

        relay(surroundings.broker("payment")).turn();

        assertThat(surroundings.take(others)).hasSize(1);
        assertThat(surroundings.take(full)).hasSize(1);
        assertThat(waiting()).isOne();
        assertThat(jdbc.queryForObject("select last_error from outbox where published_at is null", String.class))
                .contains("nack");

        timePasses();
        relay(surroundings.broker("payment")).turn();

        assertThat(surroundings.take(full)).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void a_fact_over_which_the_broker_closes_the_channel_is_set_back_and_the_others_go_on() throws Exception {
        surroundings.host().rabbitmqctl("add_user", "limited", "limited");
        String virtualHost = surroundings.virtualHost();
        surroundings.host().rabbitmqctl("set_permissions", "--vhost", virtualHost, "limited", ".*", ".*", ".*");
        surroundings
                .host()
                .rabbitmqctl(
                        "set_topic_permissions",
                        "--vhost",
                        virtualHost,
                        "limited",
                        "orderflow.events",
                        "^v1\\.payment\\.failed$",
                        ".*");
        String queue = surroundings.listenTo("v1.#", Map.of());
        say(failed(), processed(), failed(), failed());
        Relay relay = relay(surroundings.broker("payment", "limited", "limited"));

        assertThatThrownBy(relay::turn).isInstanceOf(RefusedByBroker.class).hasMessageContaining("ACCESS_REFUSED");
        relay.turn();

        assertThat(surroundings.take(queue).stream()
                        .map(message -> message.getProps().getMessageId())
                        .distinct())
                .hasSize(3);
        assertThat(waiting()).isOne();
        assertThat(jdbc.queryForMap("select routing_key, last_error from outbox where published_at is null"))
                .containsEntry("routing_key", PROCESSED)
                .extractingByKey("last_error")
                .asString()
                .contains("ACCESS_REFUSED");

        say(failed());
        relay.turn();

        assertThat(surroundings.take(queue)).hasSize(1);
        surroundings.host().rabbitmqctl("delete_user", "limited");
    }

    @Test
    void without_a_confirm_nothing_is_known_and_so_the_same_event_is_sent_again() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        try (var bridge = new Bridge(surroundings.host().port())) {
            Broker behind = surroundings.brokerBehind("payment", bridge.port());
            var publisher = new Publisher(behind, "payment", Duration.ofMillis(200));
            Relay relay = relay(publisher, surroundings.transactions());
            relay.turn(); // connected
            say(processed());
            bridge.hold();

            relay.turn();

            assertThat(waiting()).isOne();
            bridge.release();
        }
        relay(surroundings.broker("payment")).turn();

        assertThat(waiting()).isZero();
        List<GetResponse> messages = surroundings.take(queue);
        assertThat(messages).hasSize(2);
        assertThat(messages.stream()
                        .map(message -> message.getProps().getMessageId())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_crash_between_publishing_and_marking_sends_the_same_event_again() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        say(processed());
        var crashing = new TransactionTemplate(
                new JdbcTransactionManager(
                        Objects.requireNonNull(surroundings.jdbc().getDataSource())) {
                    @Override
                    protected void doCommit(DefaultTransactionStatus status) {
                        doRollback(status);
                        throw new TransactionSystemException("crashed");
                    }
                });

        assertThatThrownBy(() -> relay(publisher(surroundings.broker("payment")), crashing)
                        .turn())
                .isInstanceOf(TransactionSystemException.class);
        assertThat(waiting()).isOne();
        relay(surroundings.broker("payment")).turn();

        assertThat(waiting()).isZero();
        List<GetResponse> messages = surroundings.take(queue);
        assertThat(messages).hasSize(2);
        assertThat(messages.stream()
                        .map(message -> message.getProps().getMessageId())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_broker_that_is_away_loses_nothing() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        say(processed());

        assertThatThrownBy(() -> relay(surroundings.brokerBehind("payment", 1)).turn())
                .isInstanceOf(IOException.class);
        relay(surroundings.broker("payment")).turn();

        assertThat(surroundings.take(queue)).hasSize(1);
    }

    @Test
    void a_lower_id_that_commits_after_a_higher_one_was_published_is_published_too() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        try (var slow = Objects.requireNonNull(jdbc.getDataSource()).getConnection();
                var statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("insert into outbox (event_id, subject, routing_key, payload) values (gen_random_uuid(),"
                    + " 'x', 'v1.payment.failed', '{}')");
            say(processed());
            relay(surroundings.broker("payment")).turn();
            assertThat(surroundings.take(queue)).hasSize(1);

            slow.commit();
        }
        relay(surroundings.broker("payment")).turn();

        assertThat(surroundings.take(queue)).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void only_one_relay_of_a_service_is_at_work() throws Exception {
        surroundings.listenTo("v1.#", Map.of());
        say(processed());

        surroundings.transactions().executeWithoutResult(_ -> {
            assertThat(table.lock()).isTrue();
            try (var other = new TurnOnAnotherThread(relay(surroundings.broker("payment")))) {
                other.join();
            }
            assertThat(waiting()).isOne();
        });
    }

    @Test
    void a_large_backlog_goes_in_the_order_in_which_it_was_said() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        Fact[] facts = IntStream.range(0, 450).mapToObj(_ -> processed()).toArray(Fact[]::new);
        say(facts);
        Relay relay = relay(surroundings.broker("payment"));

        relay.turn();
        relay.turn();
        relay.turn();

        assertThat(waiting()).isZero();
        assertThat(surroundings.take(queue).stream()
                        .map(message -> message.getProps().getCorrelationId())
                        .toList())
                .isEqualTo(Arrays.stream(facts).map(Fact::subject).toList());
    }

    private void say(Fact... facts) {
        surroundings.transactions().executeWithoutResult(_ -> outbox.say(facts));
    }

    private long waiting() {
        Long count = jdbc.queryForObject("select count(*) from outbox where published_at is null", Long.class);
        return count == null ? -1 : count;
    }

    /// What was set back is due again.
    private void timePasses() {
        jdbc.update("update outbox set retry_at = now() - interval '1 second' where retry_at is not null");
    }

    private Relay relay(Broker broker) {
        return relay(publisher(broker), surroundings.transactions());
    }

    private static Publisher publisher(Broker broker) {
        return new Publisher(broker, "payment", PATIENCE);
    }

    private Relay relay(Publisher publisher, TransactionTemplate transactions) {
        return new Relay(table, publisher, transactions, new Bell(), Duration.ofMillis(10));
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    private static PaymentProcessed processed() {
        return new PaymentProcessed(UUID.randomUUID(), now(), new Money("EUR", new BigDecimal("25.80")), "ch_1");
    }

    private static PaymentFailed failed() {
        return new PaymentFailed(UUID.randomUUID(), now(), new Money("EUR", new BigDecimal("25.80")), "card-declined");
    }

    private static final class TurnOnAnotherThread implements AutoCloseable {
        private final Thread thread;

        TurnOnAnotherThread(Relay relay) {
            thread = Thread.ofVirtual().start(() -> {
                try {
                    relay.turn();
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
        }

        void join() {
            try {
                thread.join();
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            join();
        }
    }
}
