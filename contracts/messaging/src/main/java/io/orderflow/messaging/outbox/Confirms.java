package io.orderflow.messaging.outbox;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ConfirmListener;
import com.rabbitmq.client.ReturnListener;
import com.rabbitmq.client.ShutdownListener;
import com.rabbitmq.client.ShutdownSignalException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What the broker said about one batch of published messages. A message is sent if it was acked and not returned;
/// the return comes before the ack.
final class Confirms implements ConfirmListener, ReturnListener, ShutdownListener {
    private final List<OutboxRow> rows;
    private final long first;
    private final BitSet answered = new BitSet();
    private final BitSet acked = new BitSet();
    private final Map<String, String> returned = new HashMap<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable ShutdownSignalException shutdown;

    /// For rows that are about to be published, the first of them with this sequence number.
    Confirms(List<OutboxRow> rows, long firstSequenceNumber) {
        this.rows = List.copyOf(rows);
        this.first = firstSequenceNumber;
    }

    /// Waits until every message is answered for, or the channel is gone; false if the time was up first.
    boolean await(long time, TimeUnit unit) throws InterruptedException {
        return done.await(time, unit);
    }

    @Nullable
    ShutdownSignalException shutdown() {
        return shutdown;
    }

    /// Those that some queue has taken.
    synchronized List<OutboxRow> sent() {
        var sent = new ArrayList<OutboxRow>();
        for (int i = 0; i < rows.size(); i++) {
            if (acked.get(i) && !returned.containsKey(rows.get(i).eventId().toString())) {
                sent.add(rows.get(i));
            }
        }
        return sent;
    }

    /// Those that are known not to be taken, each with the reason; what is in neither list is unknown.
    synchronized Map<OutboxRow, String> refused() {
        var refused = new HashMap<OutboxRow, String>();
        for (int i = 0; i < rows.size(); i++) {
            String reason = returned.get(rows.get(i).eventId().toString());
            if (reason != null) {
                refused.put(rows.get(i), reason);
            } else if (answered.get(i) && !acked.get(i)) {
                refused.put(rows.get(i), "the broker could not take it (nack)");
            }
        }
        return refused;
    }

    /// Those that no queue takes, each with the reason.
    synchronized Map<OutboxRow, String> returned() {
        var without = new HashMap<OutboxRow, String>();
        for (OutboxRow row : rows) {
            String reason = returned.get(row.eventId().toString());
            if (reason != null) {
                without.put(row, reason);
            }
        }
        return without;
    }

    @Override
    public void handleAck(long sequenceNumber, boolean multiple) {
        answer(sequenceNumber, multiple, true);
    }

    @Override
    public void handleNack(long sequenceNumber, boolean multiple) {
        answer(sequenceNumber, multiple, false);
    }

    private synchronized void answer(long sequenceNumber, boolean multiple, boolean ack) {
        int last = (int) (sequenceNumber - first);
        if (last < 0) {
            return;
        }
        for (int i = multiple ? 0 : last; i <= last; i++) {
            if (!answered.get(i)) {
                answered.set(i);
                acked.set(i, ack);
            }
        }
        if (answered.cardinality() == rows.size()) {
            done.countDown();
        }
    }

    @Override
    public synchronized void handleReturn(
            int replyCode,
            String replyText,
            String exchange,
            String routingKey,
            AMQP.BasicProperties properties,
            byte[] body) {
        returned.put(properties.getMessageId(), "returned: " + replyCode + " " + replyText);
    }

    @Override
    public void shutdownCompleted(ShutdownSignalException cause) {
        shutdown = cause;
        done.countDown();
    }
}
