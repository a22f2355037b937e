package io.orderflow.messaging.inbox;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.GetResponse;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.wire.FactJson;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What hearing promises on a real broker and a real database: each event takes effect once, one bad message holds up
/// nobody, and what cannot be handled is put where a person finds it.
class HearingTest extends HearingFixture {
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
    void a_deadlock_is_tried_again_at_once_and_burns_no_attempt() throws Exception {
        declare();
        reader.conflicts = 2;
        publish(Ids.next(), "fine");
        consumer.start();

        eventually(() -> assertThat(seen()).containsExactly("fine"));
        assertThat(depth("reader.retry.50ms")).isZero();
        assertThat(depth("reader.parking")).isZero();
    }

    @Test
    void a_database_that_goes_away_in_the_middle_is_waited_for_and_burns_no_attempt() throws Exception {
        declare();
        reader.cutsOff = 3;
        for (int i = 0; i < 5; i++) {
            publish(Ids.next(), "fine");
        }
        consumer.start();

        eventually(() -> assertThat(seen()).hasSize(5));
        eventually(() -> assertThat(depth("reader.events")).isZero());
        assertThat(reader.cutsOff).isZero();
        assertThat(depth("reader.retry.50ms")).isZero();
        assertThat(depth("reader.retry.80ms")).isZero();
        assertThat(depth("reader.parking")).isZero();
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
}
