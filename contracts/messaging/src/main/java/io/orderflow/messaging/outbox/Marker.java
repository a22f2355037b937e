package io.orderflow.messaging.outbox;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a broker that has what it once confirmed from one that came up empty: by a durable exchange `<svc>.relayed`
/// that only the relay makes, and no definitions file. Where it is missing, whatever the broker had is gone, and
/// everything that is kept is to be said again.
///
/// That is noted and committed *before* the exchange is made: who dies in between finds it missing once more.
final class Marker {
    private static final Logger LOG = LoggerFactory.getLogger(Marker.class);

    private final String exchange;
    private final RelayLock lock;
    private final ReplayTable replays;
    private @Nullable Connection known;

    /// The marker of this service.
    Marker(String service, RelayLock lock, ReplayTable replays) {
        this.exchange = service + ".relayed";
        this.lock = lock;
        this.replays = replays;
    }

    /// Makes sure that the broker at the other end has the marker, once for each connection. Nothing may be published
    /// on it before.
    ///
    /// @return false if another instance is relaying, so that nothing is known yet
    /// @throws IOException      when the connection broke, or the broker refuses
    /// @throws TimeoutException when it does not answer
    boolean isKnownOn(Connection connection) throws IOException, TimeoutException {
        if (connection == known) {
            return true;
        }
        switch (lock.holding(() -> look(connection))) {
            case ELSEWHERE, NONE -> {
                return false;
            }
            case FULL -> make(connection);
            case SOME -> {}
        }
        known = connection;
        return true;
    }

    /// [Round#SOME] if it is there, [Round#FULL] if it is still to be made.
    private Round look(Connection connection) throws IOException, TimeoutException {
        if (isOn(connection)) {
            return Round.SOME;
        }
        replays.everything("the broker came up empty")
                .ifPresent(replay -> LOG.warn(
                        "the broker has no {}, so it came up empty: up to {} facts are said again",
                        exchange,
                        replay.left()));
        return Round.FULL;
    }

    /// On a channel of its own, because the answer "not found" closes it.
    private boolean isOn(Connection connection) throws IOException, TimeoutException {
        try (Channel channel = channel(connection)) {
            channel.exchangeDeclarePassive(exchange);
            return true;
        } catch (IOException refused) {
            if (refused.getCause() instanceof ShutdownSignalException shutdown
                    && shutdown.getReason() instanceof AMQP.Channel.Close close
                    && close.getReplyCode() == AMQP.NOT_FOUND) {
                return false;
            }
            throw refused;
        }
    }

    private void make(Connection connection) throws IOException, TimeoutException {
        try (Channel channel = channel(connection)) {
            channel.exchangeDeclare(exchange, BuiltinExchangeType.FANOUT, true);
        }
    }

    private static Channel channel(Connection connection) throws IOException {
        return connection.openChannel().orElseThrow(() -> new IOException("the broker gives no channel"));
    }
}
