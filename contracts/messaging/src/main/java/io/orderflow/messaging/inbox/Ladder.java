package io.orderflow.messaging.inbox;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.broker.Topology;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a message that could not be handled on the next rung of the retry ladder, or into parking. The message counts
/// as put away when the broker has confirmed it, and only then may the original be acked. On a confirm-mode channel
/// of its own.
final class Ladder {
    private static final Logger LOG = LoggerFactory.getLogger(Ladder.class);
    private static final int REASON_LENGTH = 1000;
    private static final long PATIENCE_MILLIS = 5000;

    private final Topology topology;
    private final Broker broker;
    private final Channel channel;
    private final AtomicBoolean returned = new AtomicBoolean();

    /// @throws IOException when the connection gives no channel
    Ladder(Topology topology, Broker broker, Connection connection) throws IOException {
        this.topology = topology;
        this.broker = broker;
        Channel fresh = connection.createChannel();
        if (fresh == null) {
            throw new IOException("the broker gives no channel");
        }
        this.channel = fresh;
        channel.confirmSelect();
        channel.addReturnListener(_ -> returned.set(true));
    }

    /// One rung up; into parking from the highest.
    ///
    /// @return false if it was parked
    /// @throws IOException          when the broker did not take it
    /// @throws TimeoutException     when the broker did not say
    /// @throws InterruptedException when the service stops
    boolean climb(Message message, String reason) throws IOException, TimeoutException, InterruptedException {
        int rung = message.attempt() - 1;
        if (rung >= topology.ladder().size()) {
            park(message, reason);
            return false;
        }
        LOG.warn(
                "{}: attempt {} failed: {}; again by {}",
                message.name(),
                message.attempt(),
                reason,
                topology.rung(rung));
        put(topology.rung(rung), message, message.attempt() + 1, reason);
        return true;
    }

    /// Into parking, where it waits for a person.
    ///
    /// @throws IOException          when the broker did not take it
    /// @throws TimeoutException     when the broker did not say
    /// @throws InterruptedException when the service stops
    void park(Message message, String reason) throws IOException, TimeoutException, InterruptedException {
        LOG.error("{}: parked: {}", message.name(), reason);
        put(Topology.PARKING, message, message.attempt(), reason);
    }

    private void put(String key, Message message, int attempt, String reason)
            throws IOException, TimeoutException, InterruptedException {
        returned.set(false);
        channel.basicPublish(
                topology.service(),
                key,
                true,
                properties(message, attempt, reason),
                message.delivery().getBody());
        channel.waitForConfirmsOrDie(PATIENCE_MILLIS);
        if (returned.get()) {
            throw new IOException("no queue takes " + key + " on " + topology.service());
        }
    }

    private AMQP.BasicProperties properties(Message message, int attempt, String reason) {
        Map<String, Object> headers = new HashMap<>();
        if (message.properties().getHeaders() != null) {
            headers.putAll(message.properties().getHeaders());
        }
        headers.keySet().removeIf(header -> header.startsWith("x-"));
        headers.put(Headers.ATTEMPT, attempt);
        headers.put(Headers.BECAUSE, reason.substring(0, Math.min(reason.length(), REASON_LENGTH)));
        headers.put(Headers.SINCE, Instant.now().toString());
        return message.properties()
                .builder()
                .headers(headers)
                .userId(broker.user())
                .deliveryMode(2)
                .expiration(null)
                .build();
    }
}
