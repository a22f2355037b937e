package io.orderflow.messaging.outbox;

import io.orderflow.messaging.loop.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes rows and notes in the caller's transaction what became of them. A row that the broker refuses waits by
/// itself for the relay to try it again, so that its neighbours go on. Not for several threads.
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Publisher publisher;
    private final OutboxTable table;
    private final Backoff refusals = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));
    private boolean cautious;

    Sender(Publisher publisher, OutboxTable table) {
        this.publisher = publisher;
        this.table = table;
    }

    /// What is done with the rows of which something is known; those of which nothing is known are in neither list.
    interface Note {
        /// @param sent    those that some queue has taken
        /// @param setBack those that were refused, and now wait in the outbox as unpublished
        void take(Collection<OutboxRow> sent, Collection<OutboxRow> setBack);
    }

    /// Publishes the rows and waits for the broker's word on them, which the note gets once or several times.
    ///
    /// @throws RefusedByBroker      when the broker closed the channel over one of them; the next time each is sent
    ///                              alone, to find out which
    /// @throws IOException          when the connection broke
    /// @throws TimeoutException     when the broker does not answer at all
    /// @throws InterruptedException when the service stops
    void send(List<OutboxRow> rows, Note note) throws IOException, TimeoutException, InterruptedException {
        try {
            if (cautious) {
                oneByOne(rows, note);
                cautious = false;
            } else {
                settle(publisher.publish(rows), note);
            }
        } catch (RefusedByBroker refused) {
            cautious = !refused.isAboutTheExchange();
            throw refused;
        }
    }

    private void oneByOne(List<OutboxRow> rows, Note note) throws IOException, TimeoutException, InterruptedException {
        for (OutboxRow row : rows) {
            try {
                settle(publisher.publish(List.of(row)), note);
            } catch (RefusedByBroker refused) {
                if (refused.isAboutTheExchange()) {
                    throw refused;
                }
                LOG.error(
                        "the broker refuses event {} ({}): {}", row.eventId(), row.routingKey(), refused.getMessage());
                setBack(row, String.valueOf(refused.getMessage()));
                note.take(List.of(), List.of(row));
            }
        }
    }

    private void settle(Confirms confirms, Note note) {
        Map<OutboxRow, String> refused = confirms.refused();
        refused.forEach((row, reason) -> {
            LOG.warn("event {} ({}) is not sent: {}", row.eventId(), row.routingKey(), reason);
            setBack(row, reason);
        });
        note.take(confirms.sent(), refused.keySet());
    }

    private void setBack(OutboxRow row, String reason) {
        table.setBack(row, reason, refusals.after(row.attempts() + 1));
    }
}
