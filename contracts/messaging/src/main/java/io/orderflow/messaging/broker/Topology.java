package io.orderflow.messaging.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one service owns on the broker. All of it follows from the service's name, its reactions and the retry
/// ladder:
///
/// - `<svc>.events`: the quorum queue that it reads, bound to the common exchange by each key that it reacts to, and
///   by the same keys as they are addressed to it alone
/// - `<svc>.retry.<time>`: the rungs of its retry ladder, quorum queues in which a message waits and falls back
/// - `<svc>.parking`: where messages wait for a person
/// - `<svc>`: a private direct exchange through which ladder and parking are reached, so that no service needs a
///   right on anything of another's
///
/// @param service  the service's name
/// @param reactsTo the routing keys that it reacts to
/// @param ladder   how long a message waits on each rung, shortest first
public record Topology(String service, Set<String> reactsTo, List<Duration> ladder) {
    /// Whoever looks at what is parked gives it back, and each time counts as a delivery. RabbitMQ 4 limits
    /// these to 20 where nothing is said, and as parking leads nowhere, the next look would destroy what is
    /// in it. So the limit is explicit and out of reach.
    private static final Map<String, Object> PARKING_ARGUMENTS =
            Map.of("x-queue-type", "quorum", "x-delivery-limit", 1_000_000);

    private static final Logger LOG = LoggerFactory.getLogger(Topology.class);

    /// The one exchange on which all services say what happened.
    public static final String EXCHANGE = "orderflow.events";

    /// The key by which a rung gives a message back to the service's queue.
    public static final String AGAIN = "again";

    /// The key of parking.
    public static final String PARKING = "parking";

    /// The key of an event that is said again to one reader. It does not begin with the version, so that a queue that
    /// is bound to everything (`v1.#`) does not take it in the reader's place.
    ///
    /// @param reader the service that is to hear it
    /// @param key    the event's own key
    public static String addressed(String reader, String key) {
        return "to." + reader + "." + key;
    }

    /// The queue that the service reads.
    public String events() {
        return service + ".events";
    }

    /// The queue of messages that wait for a person.
    public String parking() {
        return service + "." + PARKING;
    }

    /// The key of a rung on the private exchange; its queue has the service's name before it.
    ///
    /// @param rung the rung, from 0
    public String rung(int rung) {
        return "retry." + name(ladder.get(rung));
    }

    /// Declares everything, parking first: a dead-letter target that comes late lets the at-least-once publisher of
    /// its source stall for minutes. Declaring again what is there changes nothing; what was deleted by hand comes
    /// back.
    ///
    /// @throws IOException when the broker refuses, for instance because a queue is there with other arguments
    public void declare(Channel channel) throws IOException {
        channel.exchangeDeclare(service, BuiltinExchangeType.DIRECT, true);
        declareParking(channel.getConnection());
        channel.queueBind(parking(), service, PARKING);
        channel.queueDeclare(events(), true, false, false, eventsArguments());
        channel.queueBind(events(), service, AGAIN);
        for (int rung = 0; rung < ladder.size(); rung++) {
            String queue = service + "." + rung(rung);
            channel.queueDeclare(queue, true, false, false, rungArguments(ladder.get(rung)));
            channel.queueBind(queue, service, rung(rung));
        }
        for (String key : reactsTo) {
            channel.queueBind(events(), EXCHANGE, key);
            channel.queueBind(events(), EXCHANGE, addressed(service, key));
        }
    }

    /// On a channel of its own, because a refusal closes the channel. A queue that stands there with other
    /// arguments is left as it is: what waits in it is worth more than they are.
    ///
    /// @throws IOException when the broker refuses for another reason
    private void declareParking(Connection connection) throws IOException {
        Channel channel = connection.openChannel().orElseThrow(() -> new IOException("the broker gives no channel"));
        try {
            channel.queueDeclare(parking(), true, false, false, PARKING_ARGUMENTS);
        } catch (IOException refused) {
            if (!(refused.getCause() instanceof ShutdownSignalException why)
                    || !(why.getReason() instanceof AMQP.Channel.Close close)
                    || close.getReplyCode() != AMQP.PRECONDITION_FAILED) {
                throw refused;
            }
            LOG.warn(
                    "{} has other arguments than {} and is left as it is: see to it that nothing limits how often its"
                            + " messages may be delivered",
                    parking(),
                    PARKING_ARGUMENTS);
        } finally {
            channel.abort();
        }
    }

    /// RabbitMQ 4 would limit deliveries to 20 by default, and 3.10 destroys messages at -1: so the limit is explicit
    /// and far away; it is a belt for crashes, never the way to retry. No length limit: events are not dropped.
    private Map<String, Object> eventsArguments() {
        return Map.of(
                "x-queue-type",
                "quorum",
                "x-delivery-limit",
                1000,
                "x-dead-letter-exchange",
                service,
                "x-dead-letter-routing-key",
                PARKING,
                "x-dead-letter-strategy",
                "at-least-once",
                "x-overflow",
                "reject-publish");
    }

    /// The time to live is the queue's, not the message's: behind a message that waits longer, others would wait too.
    private Map<String, Object> rungArguments(Duration wait) {
        return Map.of(
                "x-queue-type",
                "quorum",
                "x-message-ttl",
                wait.toMillis(),
                "x-dead-letter-exchange",
                service,
                "x-dead-letter-routing-key",
                AGAIN,
                "x-dead-letter-strategy",
                "at-least-once",
                "x-overflow",
                "reject-publish");
    }

    private static String name(Duration wait) {
        return wait.toMillis() % 1000 == 0 ? wait.toSeconds() + "s" : wait.toMillis() + "ms";
    }
}
