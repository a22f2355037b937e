package io.orderflow.messaging.meters;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.broker.Topology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// How many messages are ready in each of the service's queues. What was delivered and is not acked yet is not among
/// them: a passive declare, which is all that it takes, does not tell of it.
///
/// @param waiting in `<svc>.events`
/// @param parked  in `<svc>.parking`
/// @param rungs   on each rung of the ladder, shortest wait first
record QueueDepths(long waiting, long parked, List<Long> rungs) {
    /// Asks the broker on a connection that is open anyway, by a channel for the moment.
    ///
    /// @throws IOException      when no connection is open, or a queue is not there
    /// @throws TimeoutException when the broker does not answer
    static QueueDepths of(Broker broker, Topology topology) throws IOException, TimeoutException {
        Connection connection =
                broker.anyOpen().orElseThrow(() -> new IOException("there is no connection to the broker"));
        try (Channel channel =
                connection.openChannel().orElseThrow(() -> new IOException("the broker gives no channel"))) {
            long waiting = ready(channel, topology.events());
            long parked = ready(channel, topology.parking());
            var rungs = new ArrayList<Long>();
            for (int rung = 0; rung < topology.ladder().size(); rung++) {
                rungs.add(ready(channel, topology.service() + "." + topology.rung(rung)));
            }
            return new QueueDepths(waiting, parked, rungs);
        }
    }

    private static long ready(Channel channel, String queue) throws IOException {
        return channel.queueDeclarePassive(queue).getMessageCount();
    }
}
