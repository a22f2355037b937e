package io.orderflow.messaging.inbox;

import com.rabbitmq.client.Envelope;
import io.orderflow.messaging.broker.Topology;
import io.orderflow.messaging.wire.Undecodable;
import java.util.Map;

/// By which way a message came, as the broker tells it. Permissions let a service publish nothing but its own keys; but
/// no permission keeps it from calling its message another's type, from binding the common exchange to an exchange
/// that it made itself, or from letting a queue of its own dead-letter into it. So the word of a message counts only if
/// it came
///
/// - by the common exchange, published there, by the key that is its type: the broker has seen to it who may;
/// - by the reader's own private exchange, from its ladder or out of parking: nobody else may write there;
/// - straight into the queue, which only an administrator may.
final class Provenance {
    private static final String DEFAULT_EXCHANGE = "";
    private static final String DEATHS = "x-death";

    private final Topology topology;

    Provenance(Topology topology) {
        this.topology = topology;
    }

    /// Lets pass what came by one of these ways.
    ///
    /// @param message whose type is known
    /// @throws Undecodable for any other, saying which way it came
    void check(Message message) {
        Envelope envelope = message.delivery().getEnvelope();
        String exchange = envelope.getExchange();
        if (exchange.equals(DEFAULT_EXCHANGE) || exchange.equals(topology.service())) {
            return;
        }
        if (!exchange.equals(Topology.EXCHANGE)) {
            throw new Undecodable("it came by an exchange that carries no events");
        }
        Map<String, Object> headers = message.properties().getHeaders();
        if (headers != null && headers.containsKey(DEATHS)) {
            throw new Undecodable("it was dead-lettered into the events and not said");
        }
        String type = message.properties().getType();
        String key = envelope.getRoutingKey();
        if (!key.equals(type) && !key.equals(Topology.addressed(topology.service(), type))) {
            throw new Undecodable("it says that it is " + type + " and was published under another key");
        }
    }
}
