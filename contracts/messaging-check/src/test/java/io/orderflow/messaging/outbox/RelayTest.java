package io.orderflow.messaging.outbox;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.rabbitmq.client.GetResponse;
import io.orderflow.events.Fact;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.messaging.Cause;
import io.orderflow.messaging.wire.FactJson;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The relay's promise on a real broker and a real database: what a committed change said reaches the broker,
/// whatever happens on the way, and nothing else does.
class RelayTest extends RelayFixture {
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

    @Test
    void what_was_published_is_not_kept_in_memory() throws Exception {
        surroundings.listenTo("v1.#", Map.of());
        say(processed());
        Publisher publisher = publisher(surroundings.broker("payment"));
        publisher.ready();
        var published = new WeakReference<>(publishedBy(publisher));

        eventually(() -> {
            System.gc();
            assertThat(published.get()).isNull();
        });
        publisher.close();
    }

    private OutboxRow publishedBy(Publisher publisher) throws Exception {
        OutboxRow row = table.unpublished().rows().getFirst();
        assertThat(publisher.publish(List.of(row), Audience.ALL).sent()).containsExactly(row);
        return row;
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
