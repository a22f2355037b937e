package io.orderflow.messaging.outbox;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.GetResponse;
import io.orderflow.events.Fact;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A broker that comes up empty is told everything again that the outbox keeps; any other is told nothing twice.
class ReplayTest extends RelayFixture {
    @Test
    void the_first_start_leaves_the_marker_and_says_nothing_again() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        assertThat(hasMarker()).isFalse();

        relay().turn();
        say(processed());
        relay().turn();
        relay().turn();

        assertThat(hasMarker()).isTrue();
        assertThat(heard(queue)).isEqualTo(said());
        assertThat(count("outbox_replay")).isZero();
    }

    @Test
    void what_was_never_published_is_said_once_however_empty_the_broker() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        say(processed(), failed());

        relay().turn();

        assertThat(heard(queue)).isEqualTo(said());
        assertThat(count("outbox_replay")).isZero();
    }

    @Test
    void a_broker_without_the_marker_is_told_everything_again_with_the_same_envelopes() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        say(processed(), failed());
        say(processed());
        relay().turn();
        List<GetResponse> first = surroundings.take(queue);
        theBrokerForgets();

        untilAllIsSaidAgain(relay());

        assertThat(hasMarker()).isTrue();
        List<GetResponse> again = surroundings.take(queue);
        assertThat(again.stream().map(ReplayTest::letter).toList())
                .hasSize(3)
                .isEqualTo(first.stream().map(ReplayTest::letter).toList());
        assertThat(jdbc.queryForObject("select said from outbox_replay where position = upto", Long.class))
                .isEqualTo(3);

        relay().turn();
        assertThat(heard(queue)).isEmpty();
    }

    @Test
    void a_fresh_connection_to_the_same_broker_says_nothing_again() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        say(processed());
        Relay relay = relay();
        relay.turn();
        surroundings.host().rabbitmqctl("close_all_connections", "--vhost", surroundings.virtualHost(), "lost");

        say(failed());
        eventually(() -> {
            relay.turn();
            assertThat(waiting()).isZero();
        });

        assertThat(new HashSet<>(heard(queue))).isEqualTo(new HashSet<>(said()));
        assertThat(count("outbox_replay")).isZero();
    }

    @Test
    void what_still_waits_to_be_published_is_not_for_the_replay_to_say() throws Exception {
        String old = surroundings.listenTo(FAILED, Map.of());
        String waiting = surroundings.listenTo(PROCESSED, Map.of());
        publishedBefore(2);
        say(processed());
        jdbc.update("update outbox set retry_at = now() + interval '1 hour' where published_at is null");
        publishedBefore(2);

        untilAllIsSaidAgain(relay());

        assertThat(heard(old)).hasSize(4);
        assertThat(heard(waiting)).isEmpty();
    }

    @Test
    void fresh_facts_and_the_replay_take_turns() throws Exception {
        String old = surroundings.listenTo(FAILED, Map.of());
        String fresh = surroundings.listenTo(PROCESSED, Map.of());
        publishedBefore(900);
        Relay relay = relay();

        for (int turn = 1; turn <= 4; turn++) {
            say(moreFacts()); // more than a turn can send
            relay.turn();

            assertThat(heard(old)).hasSize(200);
            assertThat(heard(fresh)).hasSize(200);
        }
        relay.turn();
        assertThat(heard(old)).hasSize(100);
    }

    @Test
    void two_instances_share_a_replay_and_say_each_fact_again_once() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        publishedBefore(1500);

        List<Relay> instances = List.of(relay(), relay());
        instances.forEach(Relay::start);
        eventually(() -> {
            assertThat(count("outbox_replay")).isPositive();
            assertThat(openReplays()).isZero();
        });
        instances.forEach(Relay::stop);

        assertThat(heard(queue)).isEqualTo(said());
    }

    @Test
    void a_second_loss_in_the_middle_begins_anew() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        publishedBefore(500);
        relay().turn();
        assertThat(heard(queue)).hasSize(200);
        theBrokerForgets();

        untilAllIsSaidAgain(relay());

        assertThat(heard(queue)).isEqualTo(said());
        assertThat(jdbc.queryForList("select said from outbox_replay order by id", Long.class))
                .containsExactly(200L, 500L);
    }

    private static Fact[] moreFacts() {
        var facts = new io.orderflow.events.Fact[201];
        Arrays.setAll(facts, _ -> processed());
        return facts;
    }

    private static List<Object> letter(GetResponse message) {
        var properties = message.getProps();
        return List.of(
                message.getEnvelope().getRoutingKey(),
                properties.getMessageId(),
                properties.getCorrelationId(),
                properties.getTimestamp(),
                new String(message.getBody(), StandardCharsets.UTF_8));
    }
}
