package io.orderflow.messaging.outbox;

import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import io.orderflow.messaging.Cause;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.ThisService;
import io.orderflow.messaging.loop.Bell;
import io.orderflow.messaging.wire.FactJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Keeps what a transaction says until it is about to commit, writes it to the outbox in one statement, and wakes the
/// relay once it is committed.
final class Outbox implements Events {
    private final ThisService service;
    private final FactJson json;
    private final OutboxTable table;
    private final Bell relay;

    Outbox(ThisService service, FactJson json, OutboxTable table, Bell relay) {
        this.service = service;
        this.json = json;
        this.table = table;
        this.relay = relay;
    }

    @Override
    public void say(List<? extends Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a fact is said inside the transaction of the change that it tells of, and none" + " is open: "
                            + EventTypes.keyOf(facts.getFirst().getClass()));
        }
        @Nullable Cause cause = Cause.current();
        List<Saying> said = saidByThisTransaction();
        for (Fact fact : facts) {
            said.add(saying(fact, cause));
        }
    }

    private Saying saying(Fact fact, @Nullable Cause cause) {
        String key = EventTypes.keyOf(fact.getClass());
        if (!service.says().contains(fact.getClass())) {
            throw new IllegalArgumentException(key + " is not for " + service.name() + " to say");
        }
        return new Saying(
                Ids.next(),
                fact.subject(),
                key,
                cause == null ? null : cause.eventId(),
                cause == null ? null : cause.traceparent(),
                new String(json.write(fact), StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private List<Saying> saidByThisTransaction() {
        var known = (List<Saying>) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return known;
        }
        var said = new ArrayList<Saying>();
        TransactionSynchronizationManager.bindResource(this, said);
        TransactionSynchronizationManager.registerSynchronization(new Writing(said));
        return said;
    }

    private final class Writing implements TransactionSynchronization {
        private final List<Saying> said;

        Writing(List<Saying> said) {
            this.said = said;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Outbox.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Outbox.this, said);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            table.insert(said);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Outbox.this);
            if (status == STATUS_COMMITTED) {
                relay.ring();
            }
        }
    }
}
