package io.orderflow.bench;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Hears what becomes of orders, on a queue of its own that is gone when the driver is gone. Looks for the
/// order's id in the bytes of the body, and parses nothing.
final class Ends implements AutoCloseable {
    private static final String EVENTS = "orderflow.events";
    private static final byte[] ORDER_ID = "\"orderId\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int UUID_LENGTH = 36;

    private final com.rabbitmq.client.Connection connection;
    private final Channel asking;

    private Ends(com.rabbitmq.client.Connection connection, Channel asking) {
        this.connection = connection;
        this.asking = asking;
    }

    /// Begins to hear.
    ///
    /// @param amqp  address and log-in of the broker, its virtual host in the path
    /// @param sagas who is told
    static Ends hear(String amqp, Sagas sagas) {
        try {
            var factory = new ConnectionFactory();
            factory.setUri(amqp);
            factory.setAutomaticRecoveryEnabled(false);
            var connection = factory.newConnection("deploy/bench");
            Channel channel = connection.createChannel();
            channel.exchangeDeclare(EVENTS, BuiltinExchangeType.TOPIC, true);
            String queue = channel.queueDeclare("", false, true, true, null).getQueue();
            for (String key :
                    List.of("v1.order.shipped", "v1.order.delivered", "v1.order.failed", "v1.order.cancelled")) {
                channel.queueBind(queue, EVENTS, key);
            }
            channel.basicConsume(
                    queue,
                    true,
                    (_, message) -> tell(sagas, message.getEnvelope().getRoutingKey(), orderId(message.getBody())),
                    _ -> {});
            return new Ends(connection, connection.createChannel());
        } catch (Exception noConnection) {
            throw new Refused("The broker cannot be heard: " + noConnection.getMessage(), noConnection);
        }
    }

    /// How many messages wait in these queues, now. What their consumers have been handed is not counted.
    long waiting(List<String> queues) {
        try {
            long waiting = 0;
            for (String queue : queues) {
                waiting += asking.messageCount(queue);
            }
            return waiting;
        } catch (IOException failed) {
            throw new Refused("The queues cannot be counted: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        try {
            connection.close(5_000);
        } catch (IOException gone) {
            connection.abort();
        }
    }

    private static void tell(Sagas sagas, String key, String orderId) {
        switch (key) {
            case "v1.order.shipped" -> sagas.shipped(orderId);
            case "v1.order.delivered" -> sagas.delivered(orderId);
            default -> sagas.failed(orderId);
        }
    }

    /// The id behind `"orderId":"`; empty if there is none.
    static String orderId(byte[] body) {
        for (int at = 0; at + ORDER_ID.length + UUID_LENGTH <= body.length; at++) {
            int same = 0;
            while (same < ORDER_ID.length && body[at + same] == ORDER_ID[same]) {
                same++;
            }
            if (same == ORDER_ID.length) {
                return new String(body, at + same, UUID_LENGTH, StandardCharsets.US_ASCII);
            }
        }
        return "";
    }
}
