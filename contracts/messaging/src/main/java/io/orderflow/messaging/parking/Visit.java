package io.orderflow.messaging.parking;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import io.orderflow.messaging.broker.Topology;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// One walk through the parking queue. Messages are read without an ack, so that all that is not settled
/// goes back when the connection ends, however it ends. A message that is replayed is acked only after the
/// broker has confirmed the other one and has not returned it; who dies in between replays it twice, and
/// the inbox absorbs that.
final class Visit {
    /// How much one visit sees at most.
    static final int MESSAGES = 10_000;

    private static final long BYTES = 64L << 20;
    private static final int UNCONFIRMED = 100;
    private static final Duration READING = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration CONFIRMING = Duration.ofSeconds(5);

    private final Topology topology;
    private final Visitor visitor;
    private final Channel reading;
    private final Channel saying;
    private final AtomicBoolean returned = new AtomicBoolean();
    private final List<Long> unconfirmed = new ArrayList<>();
    private int kept;
    private int seen;
    private boolean stopped;

    /// What was seen.
    ///
    /// @param count     how many messages waited when the visit began
    /// @param seen      how many of them the visitor has decided about
    /// @param truncated true if some were not seen because there are too many, or they are too large
    record Seen(long count, int seen, boolean truncated) {}

    /// @throws IOException when the connection gives no channel
    Visit(Topology topology, Connection connection, Visitor visitor) throws IOException {
        this.topology = topology;
        this.visitor = visitor;
        reading = channel(connection);
        saying = channel(connection);
        saying.confirmSelect();
        saying.addReturnListener(_ -> returned.set(true));
    }

    private static Channel channel(Connection connection) throws IOException {
        return connection.openChannel().orElseThrow(() -> new IOException("the broker gives no channel"));
    }

    /// Goes through.
    ///
    /// @throws NotTaken         when the broker did not take what was to be replayed; it stays where it is
    /// @throws IOException      when the connection broke
    /// @throws TimeoutException when the broker does not answer
    Seen go() throws IOException, TimeoutException, InterruptedException {
        long count = waiting(reading);
        List<Delivery> deliveries = count == 0 ? List.of() : read((int) Math.min(count, MESSAGES));
        for (Delivery delivery : deliveries) {
            settle(delivery);
        }
        confirm();
        giveBack();
        return new Seen(count, seen, deliveries.size() < count);
    }

    private long waiting(Channel channel) throws IOException {
        return channel.queueDeclarePassive(topology.parking()).getMessageCount();
    }

    /// Reads so many, as far as they are not too large all together. All of them through one subscription:
    /// what comes back from one comes back in its order. The broker hands out no more than the prefetch
    /// while nothing is acked, and nothing is acked before the reading has ended.
    private List<Delivery> read(int messages) throws IOException, InterruptedException {
        BlockingQueue<Optional<Delivery>> arrived = new LinkedBlockingQueue<>();
        var room = new AtomicLong(BYTES);
        reading.basicQos(messages);
        String consumer = reading.basicConsume(
                topology.parking(),
                false,
                (_, delivery) -> arrived.add(
                        Optional.of(delivery).filter(fitting -> room.addAndGet(-fitting.getBody().length) >= 0)),
                (_, _) -> {});
        var deliveries = new ArrayList<Delivery>(messages);
        long end = System.nanoTime() + READING.toNanos();
        while (deliveries.size() < messages && System.nanoTime() < end) {
            Optional<Delivery> next = arrived.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null || next.isEmpty()) {
                break;
            }
            deliveries.add(next.get());
        }
        reading.basicCancel(consumer);
        return deliveries;
    }

    private void settle(Delivery delivery) throws IOException, TimeoutException, InterruptedException {
        long tag = delivery.getEnvelope().getDeliveryTag();
        switch (stopped ? Verdict.STOP : visitor.decide(Parked.of(delivery))) {
            case Verdict.Stop _ -> {
                stopped = true;
                kept++;
                return;
            }
            case Verdict.Keep _ -> kept++;
            case Verdict.Discard _ -> {
                reading.basicAck(tag, false);
                visitor.settled(1);
            }
            case Verdict.Replay replay -> {
                saying.basicPublish(topology.service(), Topology.AGAIN, true, replay.properties(), replay.body());
                unconfirmed.add(tag);
                if (unconfirmed.size() >= UNCONFIRMED) {
                    confirm();
                }
            }
        }
        seen++;
    }

    /// All of them lead to the same queue: so if one comes back, none of them counts as taken.
    private void confirm() throws IOException, TimeoutException, InterruptedException {
        if (unconfirmed.isEmpty()) {
            return;
        }
        if (!saying.waitForConfirms(CONFIRMING.toMillis()) || returned.get()) {
            throw new NotTaken(topology.events(), returned.get());
        }
        for (long tag : unconfirmed) {
            reading.basicAck(tag, false);
        }
        visitor.settled(unconfirmed.size());
        unconfirmed.clear();
    }

    /// Waits for it, so that whoever comes next sees all of them.
    private void giveBack() throws IOException, TimeoutException, InterruptedException {
        reading.close();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (waiting(saying) < kept && System.nanoTime() < end) {
            Thread.sleep(5);
        }
    }
}
