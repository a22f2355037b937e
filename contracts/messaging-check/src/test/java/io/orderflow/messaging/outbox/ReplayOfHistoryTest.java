package io.orderflow.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.GetResponse;
import io.orderflow.messaging.web.Refusal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Operators have said again what they choose, to whom they choose; nothing else is said, and nobody else hears it.
class ReplayOfHistoryTest extends AskingFixture {
    private final String everybody = surroundings.listenTo("v1.#", Map.of());

    @Test
    void by_type() throws Exception {
        published(2, FAILED, "order-1", LONG_AGO);
        List<String> asked = published(2, PROCESSED, "order-2", LONG_AGO);
        published(1, FAILED, "order-3", LONG_AGO);

        long id = ask(select(PROCESSED, null, null, null));
        assertThat(replay(id).leftAtMost()).isEqualTo(2);
        untilAllIsSaidAgain(relay());

        assertThat(heard(everybody)).isEqualTo(asked);
        assertThat(replay(id))
                .returns("done", Replays.View::state)
                .returns(2L, Replays.View::said)
                .returns(0L, Replays.View::leftAtMost)
                .returns(0L, Replays.View::notTaken);
    }

    @Test
    void by_order() {
        published(2, FAILED, "order-1", LONG_AGO);
        List<String> asked = new ArrayList<>(published(1, FAILED, "order-2", LONG_AGO));
        asked.addAll(published(1, PROCESSED, "order-2", LONG_AGO));

        ask(select(null, "order-2", null, null));
        untilAllIsSaidAgain(relay());

        assertThat(heard(everybody)).isEqualTo(asked);
    }

    @Test
    void by_time_from_inclusive_to_exclusive() {
        var from = LONG_AGO.truncatedTo(ChronoUnit.MILLIS);
        published(1, FAILED, "order", from.minusMillis(1));
        List<String> asked = new ArrayList<>(published(1, FAILED, "order", from));
        asked.addAll(published(1, FAILED, "order", from.plusSeconds(9)));
        published(1, FAILED, "order", from.plusSeconds(10));
        published(1, FAILED, "order", from.minus(Duration.ofDays(1)));

        ask(select(null, null, from, from.plusSeconds(10)));
        untilAllIsSaidAgain(relay());

        assertThat(heard(everybody)).isEqualTo(asked);
    }

    @Test
    void to_one_reader_alone_under_the_same_type_and_id() {
        String reader = surroundings.listenTo("to.notification.v1.payment.failed", Map.of());
        String another = surroundings.listenTo("to.analytics.v1.payment.failed", Map.of());
        List<String> asked = published(3, FAILED, "order-1", LONG_AGO);

        long id = ask(select(FAILED, null, null, null), "notification", null);
        untilAllIsSaidAgain(relay());

        List<GetResponse> taken = surroundings.take(reader);
        assertThat(taken)
                .extracting(message -> message.getProps().getMessageId())
                .isEqualTo(asked);
        assertThat(taken).extracting(message -> message.getProps().getType()).containsOnly(FAILED);
        assertThat(heard(everybody)).isEmpty();
        assertThat(heard(another)).isEmpty();
        assertThat(replay(id)).returns("done", Replays.View::state).returns(3L, Replays.View::said);
    }

    @Test
    void what_the_one_reader_does_not_take_is_counted_and_said_to_nobody_else() throws Exception {
        String reader = surroundings.listenTo("to.notification.v1.payment.failed", Map.of());
        List<String> asked = published(1, FAILED, "order-1", LONG_AGO);
        published(2, PROCESSED, "order-1", LONG_AGO);

        long id = ask(Selection.ALL, "notification", null);
        untilAllIsSaidAgain(relay());
        relay().turn();

        assertThat(heard(reader)).isEqualTo(asked);
        assertThat(heard(everybody)).isEmpty();
        assertThat(waiting()).isZero();
        assertThat(count("outbox where attempts > 0")).isZero();
        assertThat(replay(id))
                .returns("done", Replays.View::state)
                .returns(1L, Replays.View::said)
                .returns(2L, Replays.View::notTaken)
                .returns("returned: 312 NO_ROUTE", Replays.View::notTakenBecause);
    }

    @Test
    void several_are_worked_off_oldest_first() throws Exception {
        published(201, FAILED, "order-1", LONG_AGO);
        List<String> later = published(1, PROCESSED, "order-1", LONG_AGO);
        long first = ask(select(FAILED, null, null, null));
        long second = ask(select(PROCESSED, null, null, null));

        relay().turn();
        assertThat(replay(first)).returns("running", Replays.View::state).returns(1L, Replays.View::leftAtMost);
        assertThat(replay(second)).returns("waiting", Replays.View::state);
        untilAllIsSaidAgain(relay());

        assertThat(heard(everybody)).hasSize(202).endsWith(later.getFirst());
    }

    @Test
    void a_cancelled_one_ends_after_the_batch_that_is_on_its_way() throws Exception {
        published(300, FAILED, "order-1", LONG_AGO);
        long id = ask(Selection.ALL);
        relay().turn();

        desk.cancel(id, "enough");
        relay().turn();

        assertThat(heard(everybody)).hasSize(200);
        assertThat(replay(id)).returns("cancelled", Replays.View::state).returns(200L, Replays.View::said);
        assertThatThrownBy(() -> desk.cancel(id, "enough"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("replay-ended");
        assertThat(actions.latest(Long.MAX_VALUE, 10))
                .extracting(action -> action.action() + " " + action.subject())
                .containsExactly("history.cancel replay " + id, "history.replay to all");
    }

    @Test
    void what_matches_nothing_is_refused_and_not_recorded() {
        published(1, FAILED, "order-1", LONG_AGO);

        assertThatThrownBy(() -> ask(select(null, "order-2", null, null)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nothing-matches");
        assertThat(count("outbox_replay")).isZero();
        assertThat(count("operator_action")).isZero();
    }
}
