package io.orderflow.messaging.outbox;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/// `GET /actuator/outbox`: how much waits to be published, for how long, and what the broker refuses.
@Endpoint(id = "outbox")
class OutboxEndpoint {
    private static final int REFUSED = 100;

    private final Backlogs backlogs;

    OutboxEndpoint(Backlogs backlogs) {
        this.backlogs = backlogs;
    }

    /// What waits.
    ///
    /// @param backlog how many facts wait to be published
    /// @param age     for how long the oldest has waited, ISO-8601
    /// @param refused those that the broker has refused or no queue has taken, the oldest 100
    record View(long backlog, Duration age, List<Backlogs.RefusedFact> refused) {}

    @ReadOperation
    View outbox() {
        Backlog now = backlogs.now();
        return new View(now.facts(), now.age(), now.refused() == 0 ? List.of() : backlogs.refused(REFUSED));
    }
}
