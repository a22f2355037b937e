package io.orderflow.messaging.inbox;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.GetResponse;
import io.orderflow.events.OrderFailed;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.wire.FactJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of messages that cannot be handled: each is retried, or put where a person finds it, and holds up
/// nobody.
class BadMessagesTest extends HearingFixture {
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
                        because -> assertThat(because).isEqualTo("message_id is no UUID"),
                        because -> assertThat(because).isEqualTo("unknown event type v2.order.failed"),
                        because -> assertThat(because).contains("not a v1.order.shipped"));
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
    void a_message_that_ends_the_process_again_and_again_is_parked() throws Exception {
        declare();
        try (var connection = broker.open("test")) {
            var ladder = new Ladder(topology, broker, connection);
            var batch = new Batch(
                    new FactJson(), new Provenance(topology), reacting(), subscriptions(), ladder, () -> true);

            batch.settle(List.of(deliveredTimes(19, "nearly"), deliveredTimes(20, "deadly")));
        }

        assertThat(seen()).containsExactly("nearly");
        assertThat(surroundings.take("reader.parking"))
                .singleElement()
                .satisfies(parked -> assertThat(
                                String.valueOf(parked.getProps().getHeaders().get("because")))
                        .contains("crash loop"));
    }
}
