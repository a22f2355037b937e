package io.orderflow.analytics.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.orderflow.analytics.gateways.LoggedFact;
import io.orderflow.analytics.gateways.Saga;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The story of one order: where it is, and every fact that was heard of it.
record StoryView(@JsonUnwrapped SagaView saga, List<FactView> facts) {
    static StoryView of(Saga saga, List<LoggedFact> facts) {
        return new StoryView(
                SagaView.of(saga),
                facts.stream()
                        .map(fact -> FactView.of(fact, facts.getFirst().occurredAt()))
                        .toList());
    }

    /// One fact.
    ///
    /// @param millis how long after the first of them it happened
    record FactView(
            String type,
            String saidBy,
            UUID eventId,
            @Nullable UUID causedBy,
            Instant occurredAt,
            Instant heardAt,
            long millis,
            int attempt,
            JsonNode body) {
        static FactView of(LoggedFact fact, Instant first) {
            return new FactView(
                    fact.type(),
                    fact.saidBy(),
                    fact.eventId(),
                    fact.causedBy(),
                    fact.occurredAt(),
                    fact.heardAt(),
                    Duration.between(first, fact.occurredAt()).toMillis(),
                    fact.attempt(),
                    fact.body());
        }
    }
}
