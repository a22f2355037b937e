package io.orderflow.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import io.orderflow.events.OrderFailed;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.broker.Topology;
import io.orderflow.messaging.wire.FactJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What becomes of each message of one batch. A rung lasts an hour here, so what climbed is still there to be seen.
class BatchTest extends HearingFixture {
    private static final String RUNG = "reader.retry.3600s";

    private final Topology slow = new Topology("reader", Set.of(FAILED), List.of(Duration.ofHours(1)));

    /// Guards the neighbours of poison: it neither stops them nor takes them with it.
    @Test
    void what_cannot_be_read_is_parked_and_its_neighbours_are_heard() throws Exception {
        settle(saying("before"), poison(), saying("after"));

        assertThat(seen()).containsExactly("before", "after");
        assertThat(depth("reader.parking")).isOne();
        assertThat(depth(RUNG)).isZero();
    }

    /// Guards the neighbours of a message whose reaction fails: they cost no attempt and wait for nothing.
    @Test
    void of_a_batch_that_fails_only_the_culprit_climbs_the_ladder() throws Exception {
        settle(saying("before"), saying("bad"), saying("after"));

        assertThat(seen()).containsExactly("before", "after");
        assertThat(depth(RUNG)).isOne();
    }

    /// Guards the attempts of a message: a database that is away is nobody's own failure.
    @Test
    void a_database_that_goes_away_costs_no_attempt() throws Exception {
        reader.cutsOff = 2;

        settle(saying("fine"));

        assertThat(reader.cutsOff).isZero();
        assertThat(seen()).containsExactly("fine");
        assertThat(depth(RUNG)).isZero();
    }

    private void settle(Message... messages) throws Exception {
        try (var connection = broker.open("test");
                var channel = connection.openChannel().orElseThrow()) {
            slow.declare(channel);
            new Batch(
                            new FactJson(),
                            new Provenance(slow),
                            reacting(),
                            subscriptions(),
                            new Ladder(slow, broker, connection),
                            () -> true)
                    .settle(List.of(messages));
        }
    }

    private static Message poison() {
        return message(properties(Ids.next().toString(), FAILED), "{".getBytes(StandardCharsets.UTF_8));
    }

    private static Message saying(String reason) {
        return message(
                properties(Ids.next().toString(), FAILED),
                new FactJson().write(new OrderFailed(UUID.randomUUID(), Instant.EPOCH, reason)));
    }

    private static Message message(AMQP.BasicProperties properties, byte[] body) {
        return new Message(new Delivery(new Envelope(1, false, Topology.EXCHANGE, FAILED), properties, body));
    }
}
