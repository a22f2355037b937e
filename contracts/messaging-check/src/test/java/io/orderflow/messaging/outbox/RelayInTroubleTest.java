package io.orderflow.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.GetResponse;
import io.orderflow.messaging.broker.Broker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionSystemException;

/// What the relay promises when the broker does not do as it should: whatever a committed change said reaches it in
/// the end, under the same event id, and one event's trouble is not its neighbours'.
class RelayInTroubleTest extends RelayFixture {
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
        var crashing = new CrashingTransactions(surroundings.dataSource());
        Relay relay = relay(publisher(surroundings.broker("payment")), crashing.template());
        crashing.afterCommits(1); // the one that looks for the marker

        assertThatThrownBy(relay::turn).isInstanceOf(TransactionSystemException.class);
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
}
