package io.orderflow.messaging.outbox;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.messaging.loop.Backoff;
import io.orderflow.messaging.test.TestBroker;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionSystemException;

/// What is to be said again is neither forgotten nor passed over, whoever dies and whatever the broker refuses, and
/// its trouble is never one of fresh facts.
class ReplayInTroubleTest extends RelayFixture {
    private static final Backoff AN_HOUR = new Backoff(Duration.ofHours(1), Duration.ofHours(1));

    @Test
    void who_dies_before_the_replay_is_noted_leaves_no_marker() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        publishedBefore(3);
        var crashing = new CrashingTransactions(surroundings.dataSource());
        crashing.afterCommits(0);

        assertThatThrownBy(() -> relay(publisher(surroundings.broker("payment")), crashing.template())
                        .turn())
                .isInstanceOf(TransactionSystemException.class);
        assertThat(hasMarker()).isFalse();
        untilAllIsSaidAgain(relay());

        assertThat(heard(queue)).isEqualTo(said());
    }

    @Test
    void who_dies_between_the_note_and_the_marker_lets_it_be_noted_again_and_publishes_nothing() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        publishedBefore(3);
        say(processed());
        user("powerless", "^$", ".*");

        assertThatThrownBy(() -> relay(surroundings.broker("payment", "powerless", "powerless"))
                        .turn())
                .isInstanceOf(IOException.class);
        assertThat(openReplays()).isOne();
        assertThat(hasMarker()).isFalse();
        assertThat(heard(queue)).isEmpty();

        publishedBefore(2);
        untilAllIsSaidAgain(relay());

        assertThat(hasMarker()).isTrue();
        assertThat(count("outbox_replay")).isEqualTo(2);
        assertThat(new HashSet<>(heard(queue))).isEqualTo(new HashSet<>(said()));
        surroundings.host().rabbitmqctl("delete_user", "powerless");
    }

    @Test
    void without_a_confirm_the_position_stays_and_the_same_facts_are_said_again() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        relay().turn(); // has left the marker
        publishedBefore(3);
        surroundings.transactions().executeWithoutResult(_ -> replays.everything("of the test"));
        try (var bridge = new Bridge(surroundings.host().port())) {
            var publisher = new Publisher(
                    surroundings.brokerBehind("payment", bridge.port()), "payment", Duration.ofMillis(200));
            publisher.ready();
            bridge.hold();

            assertThat(replay(publisher).round()).isEqualTo(Round.NONE);

            assertThat(jdbc.queryForObject("select position from outbox_replay", Long.class))
                    .isZero();
            bridge.release();
        }
        untilAllIsSaidAgain(relay());

        assertThat(heard(queue)).hasSize(6).containsAll(said());
    }

    @Test
    void who_dies_in_the_middle_of_a_batch_says_it_again() throws Exception {
        String queue = surroundings.listenTo("v1.#", Map.of());
        publishedBefore(3);
        var crashing = new CrashingTransactions(surroundings.dataSource());
        Relay relay = relay(publisher(surroundings.broker("payment")), crashing.template());
        crashing.afterCommits(2); // the note, and the round of fresh facts

        relay.turn();

        assertThat(openReplays()).isOne();
        assertThat(jdbc.queryForObject("select position from outbox_replay", Long.class))
                .isZero();
        untilAllIsSaidAgain(relay());
        assertThat(heard(queue)).hasSize(6).containsAll(said());
    }

    @Test
    void facts_that_are_refused_wait_as_unpublished_and_the_others_are_said_again() throws Exception {
        String others = surroundings.listenTo(FAILED, Map.of());
        publishedBefore(2);
        say(processed());
        jdbc.update("update outbox set published_at = now()");
        publishedBefore(2);

        untilAllIsSaidAgain(relay());

        assertThat(heard(others)).hasSize(4);
        assertThat(waiting()).isOne();
        assertThat(jdbc.queryForObject("select last_error from outbox where published_at is null", String.class))
                .isEqualTo("returned: 312 NO_ROUTE");

        String queue = surroundings.listenTo(PROCESSED, Map.of());
        timePasses();
        relay().turn();

        assertThat(heard(queue)).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void after_a_refusal_the_replay_rests_and_fresh_facts_go_on() throws Exception {
        String fresh = surroundings.listenTo(PROCESSED, Map.of());
        publishedBefore(500);
        var publisher = publisher(surroundings.broker("payment"));
        Relay relay = relay(publisher, surroundings.transactions(), AN_HOUR);
        relay.turn();
        assertThat(waiting()).isEqualTo(Batch.ROWS);
        jdbc.update("update outbox set retry_at = now() + interval '1 hour' where retry_at is not null");

        for (int turn = 1; turn <= 2; turn++) {
            say(processed());
            relay.turn();
            assertThat(heard(fresh)).hasSize(1);
        }

        assertThat(waiting()).isEqualTo(Batch.ROWS);
    }

    @Test
    void a_fact_over_which_the_broker_closes_the_channel_holds_up_nobody() throws Exception {
        user("limited", ".*", "^v1\\.payment\\.failed$");
        String queue = surroundings.listenTo("v1.#", Map.of());
        publishedBefore(2);
        say(processed());
        jdbc.update("update outbox set published_at = now()");
        publishedBefore(2);
        Relay relay = relay(surroundings.broker("payment", "limited", "limited"));

        relay.turn(); // the channel is closed over one of them, and the replay rests
        say(failed());
        relay.turn();
        assertThat(count("outbox where published_at is null and routing_key = '" + FAILED + "'"))
                .isZero();
        relay.start();
        eventually(() -> assertThat(openReplays()).isZero());
        relay.stop();

        assertThat(new HashSet<>(heard(queue))).hasSize(5);
        assertThat(jdbc.queryForList("select routing_key from outbox where published_at is null", String.class))
                .isEqualTo(List.of(PROCESSED));
        surroundings.host().rabbitmqctl("delete_user", "limited");
    }

    private Replay replay(Publisher publisher) {
        return new Replay(
                new RelayLock(table, surroundings.transactions()),
                table,
                replays,
                new Sender(publisher, table),
                AN_HOUR);
    }

    private void user(String name, String configure, String write) {
        TestBroker host = surroundings.host();
        String virtualHost = surroundings.virtualHost();
        host.rabbitmqctl("add_user", name, name);
        host.rabbitmqctl("set_permissions", "--vhost", virtualHost, name, configure, ".*", ".*");
        host.rabbitmqctl("set_topic_permissions", "--vhost", virtualHost, name, "orderflow.events", write, ".*");
    }
}
