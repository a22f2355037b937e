package io.orderflow.messaging.outbox;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;
import io.orderflow.messaging.broker.Broker;
import java.io.IOException;
import java.io.Serial;

/// The broker closed the channel over something that was published on it: no right to a key (403), no such exchange
/// (404), a forged user or a message too large (406). It does not say over which.
final class RefusedByBroker extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int code;

    RefusedByBroker(ShutdownSignalException shutdown) {
        super(
                shutdown.getReason() instanceof AMQP.Channel.Close close
                        ? close.getReplyText()
                        : Broker.reason(shutdown),
                shutdown);
        code = shutdown.getReason() instanceof AMQP.Channel.Close close ? close.getReplyCode() : 0;
    }

    /// True if no message is to blame: the exchange itself is missing.
    boolean isAboutTheExchange() {
        return code == AMQP.NOT_FOUND;
    }
}
