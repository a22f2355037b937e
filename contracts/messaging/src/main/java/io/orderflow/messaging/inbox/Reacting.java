package io.orderflow.messaging.inbox;

import io.orderflow.events.Fact;
import io.orderflow.messaging.Heard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/// One transaction for many messages: inbox, locks, reactions and what they say commit together, or not at all.
class Reacting {
    private static final int QUICK_TRIES = 3;

    private final InboxTable inbox;
    private final Subscriptions subscriptions;
    private final TransactionTemplate transactions;
    private final Runnable committed;
    private final HearingMeters meters;

    /// @param committed is run after each commit that heard something new
    Reacting(InboxTable inbox, Subscriptions subscriptions, TransactionTemplate transactions, Runnable committed) {
        this(inbox, subscriptions, transactions, committed, HearingMeters.none());
    }

    /// @param committed is run after each commit that heard something new
    Reacting(
            InboxTable inbox,
            Subscriptions subscriptions,
            TransactionTemplate transactions,
            Runnable committed,
            HearingMeters meters) {
        this.inbox = inbox;
        this.subscriptions = subscriptions;
        this.transactions = transactions;
        this.committed = committed;
        this.meters = meters;
    }

    HearingMeters meters() {
        return meters;
    }

    /// Reacts to those of the messages that were not heard before, in one transaction.
    ///
    /// @throws RuntimeException what a reaction or the database threw; then nothing has changed
    void reactTo(List<Heard<Fact>> messages) {
        Map<UUID, Heard<Fact>> byId = new LinkedHashMap<>(); // the same message twice in one batch is one
        for (Heard<Fact> message : messages) {
            byId.putIfAbsent(message.envelope().eventId(), message);
        }
        Integer news = transactions.execute(_ -> {
            Set<UUID> fresh = inbox.insert(byId.keySet());
            var heard = new ArrayList<Heard<Fact>>(fresh.size());
            byId.forEach((id, message) -> {
                if (fresh.contains(id)) {
                    heard.add(message);
                }
            });
            if (!heard.isEmpty()) {
                subscriptions.tell(heard);
            }
            return heard.size();
        });
        int fresh = news == null ? 0 : news; // null only if the callback returns it, which it does not
        meters.committed(fresh, messages.size() - fresh);
        if (fresh > 0) {
            committed.run();
        }
    }

    /// Reacts to one message, and when another transaction was in the way, up to three times.
    ///
    /// @throws RuntimeException as [#reactTo(List)]
    void reactTo(Heard<Fact> message) {
        for (int tries = 1; ; tries++) {
            try {
                reactTo(List.of(message));
                return;
            } catch (RuntimeException failure) {
                if (Failure.of(failure) != Failure.CONFLICT || tries == QUICK_TRIES) {
                    throw failure;
                }
            }
        }
    }
}
