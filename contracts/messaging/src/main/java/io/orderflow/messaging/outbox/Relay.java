package io.orderflow.messaging.outbox;

import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.loop.Backoff;
import io.orderflow.messaging.loop.Bell;
import io.orderflow.messaging.loop.Loop;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the outbox to the broker: read, publish, await the confirms, mark, commit. Dying anywhere in between
/// publishes again what was not marked, under the same event id, and the readers' inboxes absorb it. Unknown is never
/// taken for failed, and nothing is ever given up.
///
/// Fresh facts take turns with a replay, a batch each, so that neither waits for the end of the other.
class Relay extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration BUSY = Duration.ofMillis(200);
    private static final Duration LAST_ROUNDS = Duration.ofSeconds(2);
    private static final Duration ELSEWHERE = Duration.ofMillis(20);

    private final Publisher publisher;
    private final OutboxTable table;
    private final RelayLock lock;
    private final Marker marker;
    private final Replay replay;
    private final Sender sender;
    private final RelayMeters meters;
    private final Bell bell;
    private final Backoff idling;
    private int idle;

    Relay(
            Publisher publisher,
            OutboxTable table,
            RelayLock lock,
            Marker marker,
            Replay replay,
            Bell bell,
            Duration idlePoll) {
        this(publisher, table, lock, marker, replay, RelayMeters.none(), bell, idlePoll);
    }

    Relay(
            Publisher publisher,
            OutboxTable table,
            RelayLock lock,
            Marker marker,
            Replay replay,
            RelayMeters meters,
            Bell bell,
            Duration idlePoll) {
        super("outbox-relay");
        this.publisher = publisher;
        this.table = table;
        this.lock = lock;
        this.marker = marker;
        this.replay = replay;
        this.sender = new Sender(publisher, table);
        this.meters = meters;
        this.bell = bell;
        this.idling = new Backoff(BUSY, idlePoll);
    }

    @Override
    protected void turn() throws Exception {
        if (publisher.blocked()) {
            bell.await(BUSY); // no transaction is open meanwhile
            return;
        }
        Round fresh = marker.isKnownOn(publisher.ready()) ? fresh() : Round.ELSEWHERE;
        Round again = fresh != Round.ELSEWHERE && publisher.isOpen() ? replay.round() : Round.NONE;
        switch (again == Round.FULL || again == Round.SOME && fresh == Round.NONE ? again : fresh) {
            case FULL -> idle = 0;
            case SOME -> {
                idle = 0;
                bell.await(BUSY);
            }
            case ELSEWHERE -> bell.await(ELSEWHERE); // what was said here may have come too late for that round
            case NONE -> bell.await(idling.after(++idle));
        }
    }

    private Round fresh() throws IOException, TimeoutException {
        return lock.holding(() -> {
            Batch batch = table.unpublished();
            if (batch.isEmpty()) {
                return Round.NONE;
            }
            sender.send(batch.rows(), Audience.ALL, (sent, setBack) -> {
                table.markPublished(sent);
                meters.answered(sent, setBack.keySet());
            });
            return batch.more() ? Round.FULL : Round.SOME;
        });
    }

    /// Looks at once for what is to be said again.
    void lookForReplays() {
        replay.look();
        bell.ring();
    }

    @Override
    protected void wakeToStop(Thread sleeper) {
        bell.ring(); // not an interrupt: what is being published may finish
    }

    /// Sends what the last requests said, if the broker is there, for two seconds; what is left then, the next
    /// instance to start sends.
    @Override
    protected void ended() {
        try {
            Round last = Round.FULL;
            long began = System.nanoTime();
            while (publisher.isOpen()
                    && (last == Round.FULL || last == Round.SOME)
                    && System.nanoTime() - began < LAST_ROUNDS.toNanos()) {
                last = marker.isKnownOn(publisher.ready()) ? fresh() : Round.ELSEWHERE;
            }
        } catch (Exception notNow) {
            LOG.info("stopping with facts still to send: {}", Broker.reason(notNow));
        } finally {
            publisher.close();
        }
    }

    /// Started before all else, and stopped after all else: what the last reaction said leaves.
    @Override
    public int getPhase() {
        return 0;
    }
}
