package io.orderflow.analytics.reactions;

import io.orderflow.analytics.gateways.EventLog;
import io.orderflow.analytics.gateways.Notifications;
import io.orderflow.analytics.gateways.Sagas;
import io.orderflow.events.Fact;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.Reactions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Keeps every event, and folds it into what can be asked. A batch costs three statements, however long it is. Every
/// transaction writes the three tables in this order and each of them sorted, so no two of them deadlock.
@Reactions
class KeepingFacts {
    private final EventLog log;
    private final Sagas sagas;
    private final Notifications notifications;
    private final Clock clock;

    KeepingFacts(EventLog log, Sagas sagas, Notifications notifications, Clock clock) {
        this.log = log;
        this.sagas = sagas;
        this.notifications = notifications;
        this.clock = clock;
    }

    @ReactTo
    void keep(List<Heard<Fact>> batch) {
        log.append(batch, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        List<Fact> facts = batch.stream().map(Heard::fact).toList();
        sagas.fold(facts);
        notifications.fold(facts);
    }
}
