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

/// Publishes rows and notes in the caller's transaction what became of them. A row for all that the broker refuses
/// waits by itself for the relay to try it again, so that its neighbours go on. One that is meant for a single reader
/// never does: the relay would say it to everybody. Not for several threads.
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

    /// What is done with the rows of which something is known; those of which nothing is known are in neither.
    interface Note {
        /// @param sent    those that some queue has taken
        /// @param refused those that were refused, each with the reason; those for all now wait as unpublished
        void take(Collection<OutboxRow> sent, Map<OutboxRow, String> refused);
    }

    /// Publishes the rows and waits for the broker's word on them, which the note gets once or several times.
    ///
    /// @param to who is to hear them
    /// @throws RefusedByBroker      when the broker closed the channel over one of them; the next time each is sent
    ///                              alone, to find out which
    /// @throws IOException          when the connection broke
    /// @throws TimeoutException     when the broker does not answer at all
    /// @throws InterruptedException when the service stops
    void send(List<OutboxRow> rows, Audience to, Note note) throws IOException, TimeoutException, InterruptedException {
        try {
            if (cautious) {
                oneByOne(rows, to, note);
                cautious = false;
            } else {
                settle(publisher.publish(rows, to), to, note);
            }
        } catch (RefusedByBroker refused) {
            cautious = !refused.isAboutTheExchange();
            throw refused;
        }
    }

    private void oneByOne(List<OutboxRow> rows, Audience to, Note note)
            throws IOException, TimeoutException, InterruptedException {
        for (OutboxRow row : rows) {
            try {
                settle(publisher.publish(List.of(row), to), to, note);
            } catch (RefusedByBroker refused) {
                if (refused.isAboutTheExchange()) {
                    throw refused;
                }
                String reason = String.valueOf(refused.getMessage());
                if (to.isAll()) {
                    LOG.error("the broker refuses event {} ({}): {}", row.eventId(), row.routingKey(), reason);
                    setBack(row, reason);
                }
                note.take(List.of(), Map.of(row, reason));
            }
        }
    }

    private void settle(Confirms confirms, Audience to, Note note) {
        if (!to.isAll()) { // what the broker could not take for the moment stays unknown, and is sent once more
            note.take(confirms.sent(), confirms.returned());
            return;
        }
        Map<OutboxRow, String> refused = confirms.refused();
        refused.forEach((row, reason) -> {
            LOG.warn("event {} ({}) is not sent: {}", row.eventId(), row.routingKey(), reason);
            setBack(row, reason);
        });
        note.take(confirms.sent(), refused);
    }

    private void setBack(OutboxRow row, String reason) {
        table.setBack(row, reason, refusals.after(row.attempts() + 1));
    }
}
