package io.orderflow.messaging.parking;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import io.orderflow.messaging.Surroundings;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.broker.Topology;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A parking queue on a real broker, and nobody who reads the queue of events.
abstract class ParkingFixture {
    final Surroundings surroundings = new Surroundings();
    final Broker broker = surroundings.broker("reader");
    final Topology topology = new Topology("reader", Set.of(), List.of(Duration.ofSeconds(5)));
    final Parking parking = parking(Duration.ofSeconds(20));
    final Again again = new Again(broker);

    @BeforeEach
    void declare() throws Exception {
        try (Channel channel = surroundings.channel()) {
            topology.declare(channel);
        }
    }

    @AfterEach
    void leave() {
        surroundings.close();
    }

    Parking parking(Duration patience) {
        return new Parking(broker, topology, new ParkingLock(surroundings.dataSource(), patience));
    }

    void park(int messages) throws Exception {
        try (Channel channel = surroundings.channel()) {
            channel.queueBind("reader.parking", "reader", Topology.PARKING);
            channel.confirmSelect();
            for (int i = 0; i < messages; i++) {
                var headers = new HashMap<String, Object>(Map.of("attempt", 4, "because", "Trouble: with " + i));
                headers.put("since", "2026-11-20T10:15:30Z");
                headers.put("causation-id", UUID.randomUUID().toString());
                headers.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
                headers.put("x-first-death-reason", "expired");
                channel.basicPublish(
                        "reader",
                        Topology.PARKING,
                        true,
                        new AMQP.BasicProperties.Builder()
                                .messageId(UUID.randomUUID().toString())
                                .type("v1.order.failed")
                                .appId("order")
                                .deliveryMode(2)
                                .headers(headers)
                                .build(),
                        Integer.toString(i).getBytes(StandardCharsets.UTF_8));
            }
            channel.waitForConfirmsOrDie(5000);
        }
    }

    List<String> texts(String queue) {
        return surroundings.take(queue).stream()
                .map(GetResponse::getBody)
                .map(ParkingFixture::text)
                .toList();
    }

    static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
