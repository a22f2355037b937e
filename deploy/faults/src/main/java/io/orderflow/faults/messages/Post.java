package io.orderflow.faults.messages;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import io.orderflow.faults.running.Amqp;
import io.orderflow.faults.running.Management;
import io.orderflow.faults.running.Orderflow;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/// Puts events into the queues of their readers, past the exchange, and sees to it that the broker has
/// them.
final class Post implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 30_000;

    private final Management management;
    private final Connection connection;
    private final Channel channel;
    private final Map<String, List<String>> readers = new ConcurrentHashMap<>();

    private Post(Management management, Connection connection, Channel channel) {
        this.management = management;
        this.connection = connection;
        this.channel = channel;
    }

    static Post open(Orderflow system) throws IOException, TimeoutException {
        Connection connection = Amqp.admin(system);
        Channel channel = Ear.channel(connection);
        channel.confirmSelect();
        return new Post(new Management(system), connection, channel);
    }

    /// The queues that get events of this type.
    List<String> readers(String type) throws InterruptedException {
        List<String> known = readers.get(type);
        if (known == null) {
            known = management.readers(type).stream()
                    .filter(queue -> queue.endsWith(".events"))
                    .toList();
            readers.put(type, known);
        }
        return known;
    }

    /// Gives an event, as it is, to each of its readers.
    ///
    /// @return how many those are
    int deliver(Delivery event) throws IOException, InterruptedException {
        List<String> queues = readers(event.getProperties().getType());
        for (String queue : queues) {
            put(queue, event.getProperties(), event.getBody());
        }
        return queues.size();
    }

    /// Puts a message into one queue. Nobody may speak in another's name, so the user who said it is left
    /// out.
    void put(String queue, AMQP.BasicProperties properties, byte[] body) throws IOException {
        channel.basicPublish("", queue, true, properties.builder().userId(null).build(), body);
    }

    Channel channel() {
        return channel;
    }

    /// Waits until the broker has all that was put.
    void confirm() throws IOException, InterruptedException, TimeoutException {
        channel.waitForConfirmsOrDie(PATIENCE_MILLIS);
    }

    @Override
    public void close() throws IOException {
        if (connection.isOpen()) {
            connection.close();
        }
    }
}
