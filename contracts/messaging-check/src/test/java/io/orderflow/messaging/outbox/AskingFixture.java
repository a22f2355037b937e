package io.orderflow.messaging.outbox;

import io.orderflow.events.EventTypes;
import io.orderflow.events.PaymentFact;
import io.orderflow.messaging.ThisService;
import io.orderflow.messaging.operations.OperatorActions;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/// The relay of a payment service with a past, and an operator who asks for parts of it.
abstract class AskingFixture extends RelayFixture {
    static final Instant LONG_AGO = Instant.now().minus(Duration.ofHours(3));

    final ThisService service = new ThisService("payment", EventTypes.under(PaymentFact.class));
    final OperatorActions actions = new OperatorActions(jdbc);
    final History history = new History(surroundings.dataSource(), Duration.ofSeconds(10));
    final Replays desk = new Replays(jdbc, history, actions, surroundings.transactions());

    /// Leaves the marker, so that nothing is said again unasked.
    @BeforeEach
    void beKnown() throws Exception {
        relay().turn();
    }

    /// Facts that were published, and the event ids of them.
    List<String> published(int facts, String type, String subject, Instant saidAt) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < facts; i++) {
            UUID id = UUID.randomUUID();
            jdbc.update(
                    "insert into outbox (event_id, subject, routing_key, payload, created_at, published_at)"
                            + " values (?, ?, ?, '{}', ?, now())",
                    id,
                    subject,
                    type,
                    Timestamp.from(saidAt));
            ids.add(id.toString());
        }
        return ids;
    }

    long ask(Selection which, @Nullable String reader, @Nullable Integer rate) {
        return desk.ask(ReplayRequest.of(which, reader, rate), "of the test").id();
    }

    long ask(Selection which) {
        return ask(which, null, null);
    }

    Selection select(@Nullable String types, @Nullable String about, @Nullable Instant from, @Nullable Instant to) {
        return ReplayRequest.selection(service, types, about, from, to);
    }

    Replays.View replay(long id) {
        return desk.one(id).orElseThrow();
    }
}
