package io.orderflow.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.broker.Topology;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Putting a message away makes a copy of it, and only a copy that the broker has may stand for the original.
class LadderTest extends HearingFixture {
    /// Guards the original against an ack: as long as putting away throws, the batch is not acked.
    @Test
    void a_message_whose_copy_the_broker_refuses_is_not_put_away() throws Exception {
        try (var connection = broker.open("test");
                Channel channel = connection.openChannel().orElseThrow()) {
            channel.exchangeDeclare("reader", BuiltinExchangeType.DIRECT, true);
            channel.queueDeclare("full", true, false, false, Map.of("x-max-length", 0, "x-overflow", "reject-publish"));
            channel.queueBind("full", "reader", Topology.PARKING);
            var ladder = new Ladder(topology, broker, connection);

            assertThatIOException().isThrownBy(() -> ladder.park(message(), "of the test"));
        }
    }

    /// Guards the original against a copy that went nowhere: the broker confirms what it returns.
    @Test
    void a_message_whose_copy_no_queue_takes_is_not_put_away() throws Exception {
        try (var connection = broker.open("test");
                Channel channel = connection.openChannel().orElseThrow()) {
            channel.exchangeDeclare("reader", BuiltinExchangeType.DIRECT, true);
            var ladder = new Ladder(topology, broker, connection);

            assertThatIOException()
                    .isThrownBy(() -> ladder.park(message(), "of the test"))
                    .withMessage("no queue takes parking on reader");
        }
    }

    /// Guards what waits for a person against an expiry that its sender gave it.
    @Test
    void what_is_parked_stays_until_a_person_comes() throws Exception {
        declare();
        try (var connection = broker.open("test")) {
            new Ladder(topology, broker, connection).park(message(), "of the test");
        }

        assertThat(surroundings.take("reader.parking"))
                .singleElement()
                .satisfies(
                        parked -> assertThat(parked.getProps().getExpiration()).isNull());
    }

    private static Message message() {
        var properties = properties(Ids.next().toString(), FAILED)
                .builder()
                .expiration("3600000")
                .build();
        return new Message(new Delivery(new Envelope(1, false, Topology.EXCHANGE, FAILED), properties, new byte[0]));
    }
}
