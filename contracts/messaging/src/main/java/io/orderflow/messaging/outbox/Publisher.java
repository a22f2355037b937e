package io.orderflow.messaging.outbox;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.broker.Topology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes rows of the outbox on a connection of its own and tells what became of each. Not for several threads.
///
/// Everything is published `mandatory` and persistent with publisher confirms. A confirm alone proves nothing:
/// RabbitMQ returns a message that no queue takes, and then confirms it all the same
/// (<https://www.rabbitmq.com/docs/confirms#when-publishes-are-confirmed>).
class Publisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final int PERSISTENT = 2;

    private final Broker broker;
    private final String service;
    private final Duration patience;
    private @Nullable Connection connection;
    private @Nullable Channel channel;
    private volatile boolean blocked;

    Publisher(Broker broker, String service, Duration patience) {
        this.broker = broker;
        this.service = service;
        this.patience = patience;
    }

    /// True while the broker has told us that it takes nothing, because it is short of memory or disk.
    boolean blocked() {
        return blocked;
    }

    boolean isOpen() {
        return connection != null && connection.isOpen() && !blocked;
    }

    /// Makes sure that there is an open channel.
    ///
    /// @throws IOException      when the broker is away
    /// @throws TimeoutException when it does not answer
    void ready() throws IOException, TimeoutException {
        if (connection == null || !connection.isOpen()) {
            close();
            Connection fresh = broker.open(Broker.RELAY);
            fresh.addBlockedListener(reason -> blocked = true, () -> blocked = false);
            fresh.addShutdownListener(why -> {
                blocked = false;
                if (!why.isInitiatedByApplication()) {
                    broker.lost(Broker.RELAY, why);
                }
            });
            connection = fresh;
        }
        if (channel == null || !channel.isOpen()) {
            channel = connection.createChannel();
            if (channel == null) {
                throw new IOException("the broker gives no channel");
            }
            channel.confirmSelect();
        }
    }

    /// Publishes and waits for the broker's word on each. What it has not answered for in time is unknown: neither
    /// sent nor refused.
    ///
    /// @throws RefusedByBroker      when the broker closed the channel over one of them; nothing is known of any
    /// @throws IOException          when the connection broke; nothing is known of any
    /// @throws TimeoutException     when the broker does not answer at all
    /// @throws InterruptedException when the service stops
    Confirms publish(List<OutboxRow> rows) throws IOException, TimeoutException, InterruptedException {
        ready();
        Channel open = Objects.requireNonNull(channel);
        Confirms confirms = new Confirms(rows, open.getNextPublishSeqNo());
        open.addConfirmListener(confirms);
        open.addReturnListener(confirms);
        open.addShutdownListener(confirms);
        try (var _ = Watchdog.over(connection, patience.multipliedBy(2))) {
            for (OutboxRow row : rows) {
                open.basicPublish(
                        Topology.EXCHANGE,
                        row.routingKey(),
                        true,
                        properties(row),
                        row.payload().getBytes(StandardCharsets.UTF_8));
            }
            if (!confirms.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("no confirm within {}; what is not confirmed is published again", patience);
                close();
                return confirms;
            }
        } catch (AlreadyClosedException closed) {
            throw reason(closed);
        } finally {
            open.removeConfirmListener(confirms);
            open.removeReturnListener(confirms);
        }
        ShutdownSignalException shutdown = confirms.shutdown();
        if (shutdown != null) {
            throw reason(shutdown);
        }
        return confirms;
    }

    /// A channel error is about one message and leaves the connection open (AMQP 0-9-1, 1.2 "reply codes"); anything
    /// else is about the connection.
    private static IOException reason(ShutdownSignalException shutdown) {
        return shutdown.isHardError()
                ? new IOException("the connection to the broker broke: " + Broker.reason(shutdown), shutdown)
                : new RefusedByBroker(shutdown);
    }

    private AMQP.BasicProperties properties(OutboxRow row) {
        Map<String, Object> headers = new HashMap<>();
        headers.put("attempt", 1);
        if (row.causationId() != null) {
            headers.put("causation-id", row.causationId().toString());
        }
        if (row.traceparent() != null) {
            headers.put("traceparent", row.traceparent());
        }
        return new AMQP.BasicProperties.Builder()
                .messageId(row.eventId().toString())
                .type(row.routingKey())
                .appId(service)
                .userId(broker.user())
                .correlationId(row.subject())
                .timestamp(Date.from(row.createdAt()))
                .contentType("application/json")
                .deliveryMode(PERSISTENT)
                .headers(headers)
                .build();
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        channel = null;
        if (open != null) {
            open.abort(1000);
        }
    }
}
