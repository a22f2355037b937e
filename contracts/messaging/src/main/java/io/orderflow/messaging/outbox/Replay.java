package io.orderflow.messaging.outbox;

import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.loop.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says again what was said before, under the same event ids, so that readers who heard it the first time change
/// nothing. How far it has come is kept beside the outbox: whoever relays next goes on from there.
///
/// The position passes a fact when a queue has taken it, or when the broker has refused it and it waits as
/// unpublished for the relay; never one of which nothing is known. A trouble here is never one of fresh facts: the
/// replay rests, and they go on.
final class Replay {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    /// How often it is looked for one: there hardly ever is.
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final RelayLock lock;
    private final OutboxTable table;
    private final ReplayTable replays;
    private final Sender sender;
    private final Backoff rests;
    private int troubles;
    private long restsUntil = System.nanoTime();

    Replay(RelayLock lock, OutboxTable table, ReplayTable replays, Sender sender, Backoff rests) {
        this.lock = lock;
        this.table = table;
        this.replays = replays;
        this.sender = sender;
        this.rests = rests;
    }

    /// Says the next facts of an open replay; does nothing while it rests.
    ///
    /// @return [Round#FULL] for as long as there is more to do at once
    Round round() {
        if (System.nanoTime() - restsUntil < 0) {
            return Round.NONE;
        }
        try {
            return lock.holding(this::next);
        } catch (IOException | TimeoutException | RuntimeException trouble) {
            rest(Broker.reason(trouble));
            return Round.NONE;
        }
    }

    private Round next() throws IOException, TimeoutException, InterruptedException {
        var open = replays.open();
        if (open.isEmpty()) {
            restsUntil = System.nanoTime() + LOOK.toNanos();
            return Round.NONE;
        }
        ReplayTable.Open replay = open.get();
        List<OutboxRow> rows = table.published(replay.position(), replay.upto()).rows();
        if (rows.isEmpty()) {
            replays.finish(replay);
            LOG.info("all is said again: {} facts", replay.said());
            return Round.SOME;
        }
        var progress = new Progress(replay, rows);
        sender.send(rows, progress);
        if (progress.isSmooth()) {
            troubles = 0;
            return Round.FULL;
        }
        rest("not every fact was taken");
        return Round.NONE;
    }

    private void rest(String why) {
        Duration rest = rests.after(++troubles);
        restsUntil = System.nanoTime() + rest.toNanos();
        LOG.warn("saying again what was said before goes on in {}: {}", rest, why);
    }

    /// Moves the position over the facts of one batch, up to the first of which nothing is known. Confirms come in any
    /// order.
    private final class Progress implements Sender.Note {
        private final ReplayTable.Open replay;
        private final Deque<OutboxRow> ahead;
        private final Set<OutboxRow> settled = new HashSet<>();
        private boolean refused;

        Progress(ReplayTable.Open replay, List<OutboxRow> rows) {
            this.replay = replay;
            this.ahead = new ArrayDeque<>(rows);
        }

        @Override
        public void take(Collection<OutboxRow> sent, Collection<OutboxRow> setBack) {
            settled.addAll(sent);
            settled.addAll(setBack);
            refused |= !setBack.isEmpty();
            long position = replay.position();
            int passed = 0;
            while (!ahead.isEmpty() && settled.contains(ahead.element())) {
                position = ahead.remove().id();
                passed++;
            }
            if (passed > 0) {
                replays.move(replay, position, passed);
            }
        }

        boolean isSmooth() {
            return ahead.isEmpty() && !refused;
        }
    }
}
