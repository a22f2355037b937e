package io.orderflow.messaging.inbox;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.broker.Topology;
import io.orderflow.messaging.loop.Loop;
import io.orderflow.messaging.wire.FactJson;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Reads the service's queue. A batch is whatever has arrived by the time the last one is done: one message when
/// there is little to do, a hundred when there is much. Only a service for which nobody waits lets its first
/// message wait a moment for others (`orderflow.messaging.gather`), so that its batches are large even when there is
/// little to do.
///
/// While the reactions are paused it is connected and does not read: the messages wait in the queue. What it was
/// given and has not settled when it finds out goes back untouched.
class Consumer extends Loop {
    /// So many batches are on their way at most, the one in hand among them.
    private static final int AHEAD = 3;

    private static final Duration DECLARE_AGAIN = Duration.ofMinutes(1);
    private static final Duration PAUSED_POLL = Duration.ofSeconds(1);

    private static final Delivery WAKE =
            new Delivery(new Envelope(0, false, "", ""), new AMQP.BasicProperties(), new byte[0]);

    private final Broker broker;
    private final Topology topology;
    private final FactJson json;
    private final Reacting reacting;
    private final Subscriptions subscriptions;
    private final Pause pause;
    private final Size size;
    private volatile @Nullable Session session;

    /// How large batches become.
    ///
    /// @param most   how many messages at most
    /// @param gather how long the first waits for others
    record Size(int most, Duration gather) {
        /// A hundred, and nobody waits.
        static final Size USUAL = new Size(100, Duration.ZERO);
    }

    Consumer(
            Broker broker,
            Topology topology,
            FactJson json,
            Reacting reacting,
            Subscriptions subscriptions,
            Pause pause,
            Size size) {
        super("reactions");
        this.broker = broker;
        this.topology = topology;
        this.json = json;
        this.reacting = reacting;
        this.subscriptions = subscriptions;
        this.pause = pause;
        this.size = size;
    }

    /// Looks at once whether the reactions are paused.
    void lookAgain() {
        Session current = session;
        if (current != null) {
            current.lookAgain();
        }
    }

    /// One connection's life.
    @Override
    protected void turn() throws Exception {
        try (Connection connection = broker.open(Broker.REACTIONS)) {
            var current = new Session(connection);
            session = current;
            try {
                current.consume();
            } catch (IOException | RuntimeException why) {
                broker.lost(Broker.REACTIONS, why);
                throw why;
            }
        } finally {
            session = null;
        }
    }

    @Override
    protected void wakeToStop(Thread sleeper) {
        Session current = session;
        if (current == null) {
            sleeper.interrupt();
        } else {
            current.interrupt();
        }
    }

    /// A channel that reads, and what it has read and not yet settled.
    private final class Session {
        private final BlockingQueue<Delivery> arrived = new LinkedBlockingQueue<>();
        private final Channel channel;
        private final Batch batch;
        private volatile boolean interrupted;
        private final PauseWatch paused = new PauseWatch(pause, () -> interrupted);
        private long declared;

        Session(Connection connection) throws IOException {
            Channel fresh = connection.createChannel();
            if (fresh == null) {
                throw new IOException("the broker gives no channel");
            }
            channel = fresh;
            channel.addShutdownListener(_ -> interrupt());
            batch = new Batch(
                    json,
                    new Provenance(topology),
                    reacting,
                    subscriptions,
                    new Ladder(topology, broker, connection),
                    Consumer.this::isRunning);
        }

        void consume() throws Exception {
            declare();
            untilResumed();
            if (!interrupted) {
                subscribe();
            }
            while (!interrupted) {
                declareAgain();
                List<Message> messages = next();
                boolean on = paused.isOn(!messages.isEmpty());
                if (interrupted) {
                    break;
                }
                if (on) {
                    return; // with the connection: what is not acked goes back
                }
                if (messages.stream().anyMatch(Batch::isSuspicious)) {
                    for (Message message : messages) { // acked one by one, so that only the culprit keeps coming back
                        settle(List.of(message));
                    }
                } else if (!messages.isEmpty()) {
                    settle(messages);
                }
            }
            if (isRunning()) {
                throw new IOException(
                        channel.getCloseReason() == null
                                ? "the broker ended the subscription"
                                : Broker.reason(channel.getCloseReason()));
            }
        }

        private void subscribe() throws IOException {
            channel.basicQos(AHEAD * size.most());
            channel.basicConsume(
                    topology.events(),
                    false,
                    topology.service() + "-service reactions pid "
                            + ProcessHandle.current().pid(),
                    false,
                    false,
                    Map.of(),
                    (_, delivery) -> arrived.add(delivery),
                    _ -> interrupt(), // the queue was deleted
                    (_, _) -> interrupt());
        }

        private void declare() throws IOException {
            topology.declare(channel);
            declared = System.nanoTime();
        }

        private void declareAgain() throws IOException {
            if (System.nanoTime() - declared > DECLARE_AGAIN.toNanos()) {
                declare();
            }
        }

        private void untilResumed() throws Exception {
            while (paused.isOn() && !interrupted) {
                declareAgain();
                arrived.poll(PAUSED_POLL.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        /// The ack follows the commit, and is one for all.
        private void settle(List<Message> messages) throws Exception {
            batch.settle(messages);
            channel.basicAck(messages.getLast().tag(), true);
        }

        private List<Message> next() throws InterruptedException {
            Delivery first = arrived.poll(DECLARE_AGAIN.toSeconds(), TimeUnit.SECONDS);
            if (first == null || interrupted) {
                return List.of();
            }
            var deliveries = new ArrayList<Delivery>(size.most());
            deliveries.add(first);
            gather(deliveries);
            deliveries.removeIf(delivery -> delivery == WAKE);
            if (interrupted) {
                return List.of();
            }
            return deliveries.stream().map(Message::new).toList();
        }

        private void gather(List<Delivery> deliveries) throws InterruptedException {
            arrived.drainTo(deliveries, size.most() - deliveries.size());
            long end = System.nanoTime() + size.gather().toNanos();
            while (deliveries.size() < size.most() && deliveries.getLast() != WAKE) {
                Delivery next = arrived.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    return;
                }
                deliveries.add(next);
                arrived.drainTo(deliveries, size.most() - deliveries.size());
            }
        }

        void lookAgain() {
            paused.ask();
            arrived.add(WAKE);
        }

        /// Ends the session after the batch in hand. The empty delivery only wakes the reader; it is never settled.
        void interrupt() {
            interrupted = true;
            arrived.add(WAKE);
        }
    }
}
