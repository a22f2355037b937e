package io.orderflow.messaging.inbox;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderflow.events.Fact;
import io.orderflow.events.OrderFailed;
import io.orderflow.messaging.Envelope;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// That an event was heard and what followed from it are one transaction.
class OneTransactionTest extends HearingFixture {
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);

    /// Guards exactly-once effects: what the broker delivers again is known again.
    @Test
    void an_event_that_was_heard_takes_no_effect_again() {
        UUID id = Ids.next();

        reacting().reactTo(List.of(heard(id, "once")));
        reacting().reactTo(List.of(heard(id, "once")));

        assertThat(seen()).containsExactly("once");
    }

    /// Guards the same against a broker that delivers it twice at once: the inbox tells only that the id is fresh.
    @Test
    void an_event_that_is_twice_in_one_batch_takes_effect_once() {
        UUID id = Ids.next();

        reacting().reactTo(List.of(heard(id, "once"), heard(id, "once")));

        assertThat(seen()).containsExactly("once");
    }

    /// Guards that nothing is forgotten: an inbox row without its effect would swallow the next try.
    @Test
    void an_event_whose_reaction_failed_was_not_heard() {
        reader.badNewsAreFineAfter = 1;
        var bad = List.of(heard(Ids.next(), "bad"));
        assertThatIllegalArgumentException().isThrownBy(() -> reacting().reactTo(bad));
        assertThat(jdbc.queryForObject("select count(*) from inbox", Long.class))
                .isZero();

        reacting().reactTo(bad);

        assertThat(seen()).containsExactly("bad");
    }

    /// Guards against deadlocks of instances that were given the same events: each takes the lower id first, so it
    /// holds nothing that the owner of the lower id still needs.
    @Test
    void who_hears_the_same_events_in_another_order_waits_without_a_deadlock() throws Exception {
        try (ExecutorService instance = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> other = Objects.requireNonNull(surroundings.transactions().execute(_ -> {
                insert(FIRST);
                Future<?> waiting =
                        instance.submit(() -> reacting().reactTo(List.of(heard(SECOND, "two"), heard(FIRST, "one"))));
                eventually(() -> assertThat(waitingForALock()).isOne());
                insert(SECOND);
                return waiting;
            }));

            other.get();
        }
        assertThat(seen()).isEmpty();
    }

    private void insert(UUID id) {
        jdbc.update("insert into inbox (event_id) values (?)", id);
    }

    private long waitingForALock() {
        Long count = surroundings
                .jdbc()
                .queryForObject(
                        "select count(*) from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock'",
                        Long.class);
        return Objects.requireNonNull(count);
    }

    private static Heard<Fact> heard(UUID id, String reason) {
        Fact fact = new OrderFailed(UUID.randomUUID(), Instant.EPOCH, reason);
        return new Heard<>(fact, new Envelope(id, FAILED, "order", fact.subject(), Instant.EPOCH, null, null, 1));
    }
}
