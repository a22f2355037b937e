package io.orderflow.messaging.inbox;

import io.orderflow.events.Fact;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.loop.Backoff;
import io.orderflow.messaging.wire.FactJson;
import io.orderflow.messaging.wire.Undecodable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Settles the messages of one delivery: when it returns, each has been reacted to, was heard before, waits on the
/// ladder, or is parked, all of it durably, so that all of them may be acked at once.
final class Batch {
    /// A message that came back so often runs alone: it may be what ends the process.
    private static final long SUSPICIOUS = 5;

    /// One that came back so often is what ends the process.
    private static final long CRASH_LOOP = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
    private static final Backoff WAITING = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    private final FactJson json;
    private final Provenance provenance;
    private final Reacting reacting;
    private final Subscriptions subscriptions;
    private final Ladder ladder;
    private final BooleanSupplier running;

    /// @param running false once the service stops; then waiting for a database ends
    Batch(
            FactJson json,
            Provenance provenance,
            Reacting reacting,
            Subscriptions subscriptions,
            Ladder ladder,
            BooleanSupplier running) {
        this.json = json;
        this.provenance = provenance;
        this.reacting = reacting;
        this.subscriptions = subscriptions;
        this.ladder = ladder;
        this.running = running;
    }

    /// True for a message that came back so often that it had better be handed over alone.
    static boolean isSuspicious(Message message) {
        return message.redeliveries() >= SUSPICIOUS;
    }

    /// Settles them all.
    ///
    /// @throws IOException          when the broker did not take one for ladder or parking
    /// @throws TimeoutException     when the broker did not say
    /// @throws InterruptedException when the service stops before all are settled
    void settle(List<Message> messages) throws IOException, TimeoutException, InterruptedException {
        var together = new ArrayList<Understood>(messages.size());
        for (Message message : messages) {
            if (message.redeliveries() >= CRASH_LOOP) {
                park(message, "delivered " + message.redeliveries() + " times without an answer: a crash loop");
                continue;
            }
            try {
                Heard<Fact> heard = message.read(json);
                provenance.check(message);
                if (!subscriptions.includes(heard.fact())) {
                    park(
                            message,
                            "this service does not react to " + heard.envelope().type());
                } else {
                    together.add(new Understood(message, heard));
                }
            } catch (Undecodable unreadable) {
                park(message, String.valueOf(unreadable.getMessage()));
            }
        }
        if (!together.isEmpty()) {
            together(together);
        }
    }

    private void together(List<Understood> messages) throws IOException, TimeoutException, InterruptedException {
        if (messages.size() == 1) {
            alone(messages.getFirst());
            return;
        }
        try {
            reacting.reactTo(messages.stream().map(Understood::heard).toList());
        } catch (RuntimeException failure) {
            LOG.debug("a batch of {} failed and is run again one by one", messages.size(), failure);
            reacting.meters().oneByOne();
            for (Understood message : messages) {
                alone(message);
            }
        }
    }

    private void alone(Understood message) throws IOException, TimeoutException, InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                reacting.reactTo(message.heard());
                return;
            } catch (RuntimeException failure) {
                if (Failure.of(failure) != Failure.DATABASE_AWAY) {
                    LOG.debug("{}", message.message().name(), failure);
                    climb(message.message(), failure.getClass().getSimpleName() + ": " + Broker.reason(failure));
                    return;
                }
                if (failures == 1) {
                    LOG.warn("the database is away: {}; waiting", Broker.reason(failure));
                }
                if (!running.getAsBoolean()) {
                    throw new InterruptedException("stopping while the database is away");
                }
                Thread.sleep(WAITING.after(failures));
            }
        }
    }

    private void climb(Message message, String reason) throws IOException, TimeoutException, InterruptedException {
        if (ladder.climb(message, reason)) {
            reacting.meters().retried();
        } else {
            reacting.meters().parked();
        }
    }

    private void park(Message message, String reason) throws IOException, TimeoutException, InterruptedException {
        ladder.park(message, reason);
        reacting.meters().parked();
    }

    private record Understood(Message message, Heard<Fact> heard) {}
}
