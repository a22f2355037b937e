package io.orderflow.messaging.parking;

import com.rabbitmq.client.AMQP;
import io.orderflow.events.Fact;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.inbox.Headers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Makes of a parked message the one that the service is given once more: as if it came for the first time,
/// under the same id, with the same cause and trace.
final class Again {
    private static final int PERSISTENT = 2;

    private final Broker broker;

    Again(Broker broker) {
        this.broker = broker;
    }

    /// The message as it is.
    Verdict.Replay asItIs(Parked message) {
        return new Verdict.Replay(properties(message).build(), message.body());
    }

    /// The message with another body. Under a new id only if it has none that a service would accept.
    ///
    /// @param type the event's type
    /// @param fact what the body says
    Verdict.Replay corrected(Parked message, String type, Fact fact, byte[] body) {
        UUID id = message.id();
        return new Verdict.Replay(
                properties(message)
                        .messageId(
                                id == null
                                        ? Ids.next().toString()
                                        : message.properties().getMessageId())
                        .type(type)
                        .correlationId(fact.subject())
                        .contentType("application/json")
                        .contentEncoding(null)
                        .build(),
                body);
    }

    private AMQP.BasicProperties.Builder properties(Parked message) {
        Map<String, Object> headers = new HashMap<>(message.headers());
        headers.keySet().removeIf(header -> header.startsWith("x-"));
        headers.remove(Headers.BECAUSE);
        headers.remove(Headers.SINCE);
        headers.put(Headers.ATTEMPT, 1);
        return message.properties()
                .builder()
                .headers(headers)
                .userId(broker.user())
                .deliveryMode(PERSISTENT)
                .expiration(null);
    }
}
