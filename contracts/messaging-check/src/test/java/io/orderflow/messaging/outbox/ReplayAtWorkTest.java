package io.orderflow.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.messaging.web.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/// A replay keeps its pace, survives who works on it, is not lost to the loss of a broker, and never goes through a
/// week at once.
class ReplayAtWorkTest extends AskingFixture {
    private final String everybody = surroundings.listenTo("v1.#", Map.of());

    @Test
    void a_pace_is_kept_on_all_instances_while_others_and_fresh_facts_go_on() throws Exception {
        String fresh = surroundings.listenTo(PROCESSED, Map.of());
        List<String> slow = published(5, FAILED, "order-1", LONG_AGO);
        List<String> quick = published(1, FAILED, "order-2", LONG_AGO);
        long id = ask(select(null, "order-1", null, null), null, 8);
        relay().turn();

        assertThat(heard(everybody)).isEqualTo(slow.subList(0, 2)); // a quarter of a second's
        assertThat(jdbc.queryForObject(
                        "select resume_at - started_at = interval '250 ms' from outbox_replay", Boolean.class))
                .isTrue();

        jdbc.update("update outbox_replay set resume_at = now() + interval '1 hour'");
        ask(select(null, "order-2", null, null));
        for (int turn = 1; turn <= 3; turn++) {
            say(processed());
            relay().turn();
            assertThat(heard(fresh)).hasSize(1);
        }
        assertThat(heard(everybody)).contains(quick.getFirst()).doesNotContainAnyElementsOf(slow);
        assertThat(replay(id)).returns("running", Replays.View::state).returns(3L, Replays.View::leftAtMost);

        jdbc.update("update outbox_replay set resume_at = now()");
        relay().turn();
        assertThat(heard(everybody)).isEqualTo(slow.subList(2, 4));
    }

    @Test
    void another_instance_goes_on_where_one_died() {
        List<String> asked = published(300, FAILED, "order-1", LONG_AGO);
        long id = ask(Selection.ALL);
        var crashing = new CrashingTransactions(surroundings.dataSource());
        Relay dying = relay(publisher(surroundings.broker("payment")), crashing.template());
        crashing.afterCommits(4); // the marker, the round of fresh facts, 200 facts, and the next fresh ones

        assertThat(turns(dying, 2)).isEqualTo(2);
        assertThat(replay(id)).returns(200L, Replays.View::said);
        untilAllIsSaidAgain(relay());

        List<String> heard = heard(everybody);
        assertThat(heard).hasSize(400).startsWith(asked.toArray(String[]::new));
        assertThat(heard.subList(300, 400)).isEqualTo(asked.subList(200, 300)); // of which nothing was known
        assertThat(replay(id)).returns("done", Replays.View::state).returns(300L, Replays.View::said);
    }

    @Test
    void a_broker_that_came_up_empty_overtakes_those_to_all_and_none_to_one_reader() throws Exception {
        String reader = surroundings.listenTo("to.notification.v1.payment.failed", Map.of());
        List<String> asked = published(3, FAILED, "order-1", LONG_AGO);
        long toAll = ask(Selection.ALL);
        long toOne = ask(Selection.ALL, "notification", null);
        theBrokerForgets();

        untilAllIsSaidAgain(relay());

        assertThat(replay(toAll)).returns("overtaken", Replays.View::state);
        assertThat(replay(toOne)).returns("done", Replays.View::state);
        assertThat(heard(everybody)).isEqualTo(asked);
        assertThat(heard(reader)).isEqualTo(asked);
    }

    @Test
    void what_is_rarely_found_is_looked_for_a_stretch_at_a_time_along_the_primary_key() throws Exception {
        publishedBefore(2 * Stretch.IDS + 1);
        List<String> rare = published(1, PROCESSED, "order-1", LONG_AGO);
        publishedBefore(Stretch.IDS);
        jdbc.execute("analyze outbox");
        assertThat(plan()).contains("Index Scan").doesNotContain("->  Sort", "Incremental Sort", "Seq Scan");
        long id = ask(select(PROCESSED, null, null, null));
        jdbc.update("update outbox_replay set position = 0, upto = ? where id = ?", 3 * Stretch.IDS, id);

        for (long stretch = 1; stretch <= 2; stretch++) {
            relay().turn();
            assertThat(jdbc.queryForObject("select position from outbox_replay where id = ?", Long.class, id))
                    .isEqualTo(stretch * Stretch.IDS);
            assertThat(heard(everybody)).isEmpty();
        }
        untilAllIsSaidAgain(relay());

        assertThat(heard(everybody)).isEqualTo(rare);
    }

    @Test
    void a_search_that_takes_too_long_is_ended_with_an_advice() {
        var impatient = new History(surroundings.dataSource(), Duration.ofSeconds(1));
        published(1, FAILED, "order-1", LONG_AGO);

        surroundings.transactions().executeWithoutResult(_ -> {
            jdbc.execute("lock table outbox");
            var other = new TransactionTemplate(surroundings.transactionManager());
            other.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
            assertThatThrownBy(() -> other.execute(_ -> impatient.page(Selection.ALL, 0, 1)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("search-too-wide");
        });
    }

    private String plan() {
        return String.join(
                "\n",
                jdbc.queryForList(
                        "explain " + OutboxTable.PUBLISHED,
                        String.class,
                        select(PROCESSED, "order-1", null, null)
                                .arguments(List.of(0L, (long) Stretch.IDS), List.of())));
    }

    /// Turns until one fails or all are done; what a crash throws is the crash.
    private static int turns(Relay relay, int most) {
        for (int turn = 1; turn <= most; turn++) {
            try {
                relay.turn();
            } catch (Exception crashed) {
                return turn - 1;
            }
        }
        return most;
    }
}
