package io.orderflow.messaging.test;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.orderflow.messaging.broker.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Publishes messages and waits until the broker has them.
final class Mouth {
    private static final long PATIENCE_MILLIS = 10_000;

    private final Connection connection;
    private final String queue;
    private @Nullable Channel channel;

    Mouth(Connection connection, String service) {
        this.connection = connection;
        this.queue = service + ".events";
    }

    synchronized void say(List<Letter> letters) {
        try {
            Channel open = channel();
            for (Letter letter : letters) {
                open.basicPublish(Topology.EXCHANGE, letter.routingKey(), letter.properties(), letter.body());
            }
            open.waitForConfirmsOrDie(PATIENCE_MILLIS);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (TimeoutException silent) {
            throw new IllegalStateException("the broker does not confirm", silent);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while publishing", stop);
        }
    }

    private Channel channel() throws IOException {
        if (channel == null) {
            Eventually.eventually(this::isRead);
            Channel fresh = newChannel();
            fresh.confirmSelect();
            channel = fresh;
        }
        return channel;
    }

    /// Before the service reads its queue, the queue may not be bound, and what arrives would be lost.
    private void isRead() throws TimeoutException {
        try (Channel look = newChannel()) {
            if (look.consumerCount(queue) == 0) {
                throw new AssertionError("nobody reads " + queue);
            }
        } catch (IOException notThere) {
            throw new AssertionError("there is no queue " + queue, notThere);
        }
    }

    private Channel newChannel() throws IOException {
        return Objects.requireNonNull(connection.createChannel(), "no channel");
    }
}
