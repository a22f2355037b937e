package io.orderflow.messaging.outbox;

import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.loop.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says again what was said before, under the same event ids, so that readers who heard it the first time change
/// nothing. How far it has come is kept beside the outbox: whoever relays next goes on from there.
///
/// The position passes a fact when a queue has taken it, or when the broker has refused it: then it waits as
/// unpublished for the relay, or, if it was meant for one reader, is counted as not taken. It never passes one of
/// which nothing is known. A trouble here is never one of fresh facts: the replay rests, and they go on.
final class Replay {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    /// How often it is looked for one: there hardly ever is.
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final RelayLock lock;
    private final OutboxTable table;
    private final ReplayTable replays;
    private final Sender sender;
    private final Backoff rests;
    private volatile boolean asked;
    private int troubles;
    private long restsUntil = System.nanoTime();

    Replay(RelayLock lock, OutboxTable table, ReplayTable replays, Sender sender, Backoff rests) {
        this.lock = lock;
        this.table = table;
        this.replays = replays;
        this.sender = sender;
        this.rests = rests;
    }

    /// Lets the next round look for a replay, whenever it last looked.
    void look() {
        asked = true;
    }

    /// Says the next facts of an open replay; does nothing while it rests.
    ///
    /// @return [Round#FULL] for as long as there is more to do at once, [Round#SOME] while one keeps its pace
    Round round() {
        if (asked && troubles == 0) {
            restsUntil = System.nanoTime();
        }
        asked = false;
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
        if (!replay.isDue()) {
            return Round.SOME;
        }
        if (replay.left() == 0) {
            replays.finish(replay);
            LOG.info("replay {} is done: {} facts were said again", replay.id(), replay.said());
            return Round.FULL;
        }
        Stretch stretch = table.published(replay.which(), replay.position(), replay.upto(), replay.atOnce());
        if (stretch.rows().isEmpty()) {
            replays.move(replay, new ReplayTable.Step(stretch.end(), 0, 0, null));
            return Round.FULL;
        }
        var progress = new Progress(replay, stretch);
        sender.send(stretch.rows(), replay.to(), progress);
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
        private final long end;
        private final Deque<OutboxRow> ahead;
        private final Set<OutboxRow> settled = new HashSet<>();
        private final Map<OutboxRow, String> refused = new HashMap<>();

        Progress(ReplayTable.Open replay, Stretch stretch) {
            this.replay = replay;
            this.end = stretch.end();
            this.ahead = new ArrayDeque<>(stretch.rows());
        }

        @Override
        public void take(Collection<OutboxRow> sent, Map<OutboxRow, String> notTaken) {
            settled.addAll(sent);
            settled.addAll(notTaken.keySet());
            refused.putAll(notTaken);
            var passed = new ArrayList<OutboxRow>();
            while (!ahead.isEmpty() && settled.contains(ahead.element())) {
                passed.add(ahead.remove());
            }
            if (!passed.isEmpty()) {
                replays.move(replay, step(passed));
            }
        }

        private ReplayTable.Step step(List<OutboxRow> passed) {
            long position = ahead.isEmpty() ? end : passed.getLast().id();
            if (replay.to().isAll()) {
                return new ReplayTable.Step(position, passed.size(), 0, null);
            }
            List<String> reasons =
                    passed.stream().map(refused::get).filter(Objects::nonNull).toList();
            return new ReplayTable.Step(
                    position,
                    passed.size() - reasons.size(),
                    reasons.size(),
                    reasons.isEmpty() ? null : reasons.getFirst());
        }

        /// What one reader's queue does not take is no trouble of the broker's.
        boolean isSmooth() {
            return ahead.isEmpty() && (refused.isEmpty() || !replay.to().isAll());
        }
    }
}
