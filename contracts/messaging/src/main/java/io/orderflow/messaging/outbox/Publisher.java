package io.orderflow.messaging.outbox;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.broker.Topology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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

    /// Makes sure that there is an open connection with an open channel.
    ///
    /// @return the connection; another one once the last is gone
    /// @throws IOException      when the broker is away
    /// @throws TimeoutException when it does not answer
    Connection ready() throws IOException, TimeoutException {
        Connection open = connection;
        if (open == null || !open.isOpen()) {
            close();
            Connection fresh = broker.open(Broker.RELAY);
            fresh.addBlockedListener(reason -> blocked = true, () -> blocked = false);
            fresh.addShutdownListener(why -> {
                blocked = false;
                if (!why.isInitiatedByApplication()) {
                    broker.lost(Broker.RELAY, why);
                }
            });
            open = fresh;
            connection = fresh;
        }
        channel();
        return open;
    }

    /// A new one only on the same connection: what is at the end of another has to be found out first.
    private Channel channel() throws IOException {
        Channel open = channel;
        if (open == null || !open.isOpen()) {
            if (connection == null) {
                throw new IOException("there is no connection to the broker");
            }
            open = connection.openChannel().orElseThrow(() -> new IOException("the broker gives no channel"));
            open.confirmSelect();
            channel = open;
        }
        return open;
    }

    /// Publishes on the connection that is [#ready] and waits for the broker's word on each. What it has not answered
    /// for in time is unknown: neither sent nor refused.
    ///
    /// @param to who is to hear them
    /// @throws RefusedByBroker      when the broker closed the channel over one of them; nothing is known of any
    /// @throws IOException          when the connection broke; nothing is known of any
    /// @throws TimeoutException     when the broker does not answer at all
    /// @throws InterruptedException when the service stops
    Confirms publish(List<OutboxRow> rows, Audience to) throws IOException, TimeoutException, InterruptedException {
        try (var _ = Watchdog.over(connection, patience.multipliedBy(2))) {
            return publish(rows, to, channel());
        }
    }

    private Confirms publish(List<OutboxRow> rows, Audience to, Channel open) throws IOException, InterruptedException {
        Confirms confirms = new Confirms(rows, open.getNextPublishSeqNo());
        open.addConfirmListener(confirms);
        open.addReturnListener(confirms);
        open.addShutdownListener(confirms);
        try {
            for (OutboxRow row : rows) {
                open.basicPublish(
                        Topology.EXCHANGE,
                        to.keyOf(row),
                        true,
                        row.properties(service, broker.user()),
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
            open.removeShutdownListener(confirms);
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
