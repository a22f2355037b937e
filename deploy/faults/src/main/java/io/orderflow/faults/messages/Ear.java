package io.orderflow.faults.messages;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import io.orderflow.faults.running.Amqp;
import io.orderflow.faults.running.Orderflow;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Hears every event, with a queue of its own that is gone when it is closed.
public final class Ear implements AutoCloseable {
    /// The exchange of all events.
    static final String EVENTS = "orderflow.events";

    private static final String ALL = "v1.#";

    private final Connection connection;
    private final Channel channel;

    private Ear(Connection connection, Channel channel) {
        this.connection = connection;
        this.channel = channel;
    }

    /// Begins to listen.
    ///
    /// @param heard is told of each event, one at a time
    /// @throws IOException      when the broker is away
    /// @throws TimeoutException when it does not answer
    public static Ear listen(Orderflow system, Consumer<Delivery> heard) throws IOException, TimeoutException {
        Connection connection = Amqp.admin(system);
        Channel channel = channel(connection);
        String queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, EVENTS, ALL);
        channel.basicConsume(queue, true, (_, delivery) -> heard.accept(delivery), _ -> {});
        return new Ear(connection, channel);
    }

    /// Begins to listen, and keeps what it hears.
    static Ear collect(Orderflow system, BlockingQueue<Delivery> into) throws IOException, TimeoutException {
        return listen(system, into::add);
    }

    static BlockingQueue<Delivery> basket() {
        return new LinkedBlockingQueue<>();
    }

    static Channel channel(Connection connection) throws IOException {
        Channel channel = connection.createChannel();
        if (channel == null) {
            throw new IOException("the broker gives no channel");
        }
        return channel;
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            connection.close();
        }
    }
}
