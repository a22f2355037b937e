package io.orderflow.messaging.outbox;

import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.loop.Backoff;
import io.orderflow.messaging.loop.Bell;
import io.orderflow.messaging.loop.Loop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings the outbox to the broker: read, publish, await the confirms, mark, commit. Dying anywhere in between
/// publishes again what was not marked, under the same event id, and the readers' inboxes absorb it. Unknown is never
/// taken for failed, and nothing is ever given up.
class Relay extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int ROWS = 200;
    private static final int CHARACTERS = 256 * 1024;
    private static final Duration BUSY = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofMillis(20);

    private final OutboxTable table;
    private final Publisher publisher;
    private final TransactionTemplate transactions;
    private final Bell bell;
    private final Backoff refusals = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));
    private final Backoff idling;
    private int idle;
    private boolean cautious;

    Relay(OutboxTable table, Publisher publisher, TransactionTemplate transactions, Bell bell, Duration idlePoll) {
        super("outbox-relay");
        this.table = table;
        this.publisher = publisher;
        this.transactions = transactions;
        this.bell = bell;
        this.idling = new Backoff(BUSY, idlePoll);
    }

    @Override
    protected void turn() throws Exception {
        if (publisher.blocked()) {
            bell.await(BUSY); // no transaction is open meanwhile
            return;
        }
        publisher.ready();
        switch (relayOnce()) {
            case FULL -> idle = 0;
            case SOME -> {
                idle = 0;
                bell.await(BUSY);
            }
            case ELSEWHERE -> bell.await(ELSEWHERE); // what was said here may have come too late for that round
            case NONE -> bell.await(idling.after(++idle));
        }
    }

    private Round relayOnce() throws Exception {
        try {
            // Null only if the callback returns it, which it does not.
            Outcome outcome = transactions.execute(_ -> relay());
            if (outcome == null) {
                return Round.NONE;
            }
            if (outcome.trouble() != null) {
                throw outcome.trouble();
            }
            return outcome.round();
        } catch (RefusedByBroker refused) {
            cautious = !refused.isAboutTheExchange();
            throw refused;
        }
    }

    /// One transaction. A trouble with the broker is handed out rather than thrown, so that what is known by then is
    /// kept.
    private Outcome relay() {
        if (!table.lock()) {
            return new Outcome(Round.ELSEWHERE, null);
        }
        List<OutboxRow> waiting = table.unpublished(ROWS);
        List<OutboxRow> rows = upToSize(waiting);
        if (rows.isEmpty()) {
            return new Outcome(Round.NONE, null);
        }
        try {
            if (cautious) {
                oneByOne(rows);
                cautious = false;
            } else {
                note(publisher.publish(rows));
            }
            return new Outcome(waiting.size() == ROWS || rows.size() < waiting.size() ? Round.FULL : Round.SOME, null);
        } catch (IOException | TimeoutException trouble) {
            return new Outcome(Round.NONE, trouble);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Outcome(Round.NONE, null);
        }
    }

    /// After a channel error: finds the culprit and lets it wait by itself, so that the others go on.
    private void oneByOne(List<OutboxRow> rows) throws IOException, TimeoutException, InterruptedException {
        for (OutboxRow row : rows) {
            try {
                note(publisher.publish(List.of(row)));
            } catch (RefusedByBroker refused) {
                if (refused.isAboutTheExchange()) {
                    throw refused;
                }
                LOG.error(
                        "the broker refuses event {} ({}): {}", row.eventId(), row.routingKey(), refused.getMessage());
                postpone(row, String.valueOf(refused.getMessage()));
            }
        }
    }

    private void note(Confirms confirms) {
        table.markPublished(confirms.sent());
        confirms.refused().forEach((row, reason) -> {
            LOG.warn("event {} ({}) is not sent: {}", row.eventId(), row.routingKey(), reason);
            postpone(row, reason);
        });
    }

    private void postpone(OutboxRow row, String reason) {
        table.postpone(row, reason, refusals.after(row.attempts() + 1));
    }

    private static List<OutboxRow> upToSize(List<OutboxRow> rows) {
        var taken = new ArrayList<OutboxRow>(rows.size());
        int characters = 0;
        for (OutboxRow row : rows) {
            characters += row.payload().length();
            if (characters > CHARACTERS && !taken.isEmpty()) {
                break;
            }
            taken.add(row);
        }
        return taken;
    }

    @Override
    protected void wakeToStop(Thread sleeper) {
        bell.ring(); // not an interrupt: what is being published may finish
    }

    /// Sends what the last requests said, if the broker is there; if not, the next instance to start does.
    @Override
    protected void ended() {
        try {
            Round last = Round.FULL;
            while (publisher.isOpen() && (last == Round.FULL || last == Round.SOME)) {
                last = relayOnce();
            }
        } catch (Exception notNow) {
            LOG.info("stopping with facts still to send: {}", Broker.reason(notNow));
        } finally {
            publisher.close();
        }
    }

    /// Started before the web server, and stopped after it has drained.
    @Override
    public int getPhase() {
        return 0;
    }

    private enum Round {
        FULL,
        SOME,
        NONE,
        /// Another instance is relaying.
        ELSEWHERE
    }

    private record Outcome(Round round, @Nullable Exception trouble) {}
}
