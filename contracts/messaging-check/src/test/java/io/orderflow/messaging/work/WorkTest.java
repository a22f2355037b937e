package io.orderflow.messaging.work;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messaging.Cause;
import io.orderflow.messaging.Surroundings;
import io.orderflow.messaging.Work;
import io.orderflow.messaging.WorkTable;
import io.orderflow.messaging.loop.Bell;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// What work promises on a real database: each item is concluded once, whoever dies or freezes on the way.
class WorkTest {
    private static final WorkTable TABLE = new WorkTable("chore", "id", Duration.ofSeconds(60), 8);

    private final Surroundings surroundings = new Surroundings();
    private final JdbcTemplate jdbc = surroundings.jdbc();
    private final Chores chores = new Chores();
    private final ClaimTable<UUID> table = new ClaimTable<>(jdbc, chores);
    private final Bell bell = new Bell();
    private final Performer<UUID, String> performer = performer();

    WorkTest() {
        jdbc.execute("""
                create table chore (
                  id uuid primary key, result text, concluded int not null default 0,
                  due_at timestamptz, attempts int not null default 0, lease uuid, last_error text, cause text)
                """);
    }

    @AfterEach
    void leave() {
        if (performer.isRunning()) {
            performer.stop();
        }
        surroundings.close();
    }

    @Test
    void what_is_due_is_done_and_concluded_once_by_any_number_of_instances() {
        for (int i = 0; i < 300; i++) {
            due(UUID.randomUUID(), null);
        }
        Performer<UUID, String> other = performer();
        performer.start();
        other.start();

        eventually(() -> assertThat(count("concluded = 1")).isEqualTo(300));

        other.stop();
        assertThat(count("due_at is not null or lease is not null or attempts <> 0"))
                .isZero();
        assertThat(chores.performed.values())
                .allSatisfy(times -> assertThat(times.get()).isOne());
    }

    @Test
    void what_fails_is_tried_again_and_its_last_error_is_kept_meanwhile() {
        UUID id = UUID.randomUUID();
        chores.failures.put(id, new AtomicInteger(2));
        due(id, null);
        performer.start();

        eventually(() -> assertThat(count("concluded = 1")).isOne());
        assertThat(chores.performed.get(id)).hasValue(3);
        assertThat(chores.errorsSeen).contains("IllegalStateException: not now");
    }

    @Test
    void a_claim_whose_process_died_is_done_again_when_its_lease_has_run_out() {
        UUID id = UUID.randomUUID();
        due(id, null);
        assertThat(table.claim(5)).hasSize(1); // and then it dies
        assertThat(table.claim(5)).isEmpty();
        performer.start();

        jdbc.update("update chore set due_at = now() - interval '1 second'"); // the lease runs out
        bell.ring();

        eventually(() -> assertThat(count("concluded = 1")).isOne());
    }

    @Test
    void whoever_was_frozen_while_its_lease_ran_out_changes_nothing() throws Exception {
        UUID id = UUID.randomUUID();
        due(id, null);
        Claim<UUID> zombie = table.claim(1).getFirst();
        jdbc.update("update chore set due_at = now() - interval '1 second'");
        performer.start();
        eventually(() -> assertThat(count("concluded = 1 and result = 'done'")).isOne());

        concluder().conclude(zombie, "done by a zombie");

        assertThat(count("concluded = 1 and result = 'done'")).isOne();
    }

    @Test
    void one_conclusion_that_fails_does_not_undo_its_neighbours() {
        UUID bad = UUID.randomUUID();
        chores.inconclusive.add(bad);
        due(bad, null);
        for (int i = 0; i < 7; i++) {
            due(UUID.randomUUID(), null);
        }
        chores.gate = new CountDownLatch(8); // so that they are all concluded together
        performer.start();

        eventually(() -> assertThat(count("concluded = 1")).isEqualTo(7));
        eventually(() -> assertThat(count("last_error = 'IllegalArgumentException: inconclusive'"))
                .isOne());

        chores.inconclusive.clear();
        eventually(() -> assertThat(count("concluded = 1")).isEqualTo(8));
    }

    @Test
    void a_slow_item_does_not_hold_up_the_others() {
        UUID slow = UUID.randomUUID();
        chores.slow.put(slow, new CountDownLatch(1));
        due(slow, null);
        for (int i = 0; i < 50; i++) {
            due(UUID.randomUUID(), null);
        }
        performer.start();

        eventually(() -> assertThat(count("concluded = 1")).isEqualTo(50));
        chores.slow.get(slow).countDown();
        eventually(() -> assertThat(count("concluded = 1")).isEqualTo(51));
    }

    @Test
    void a_conclusion_names_what_the_work_was_done_for() {
        var cause = new Cause(UUID.randomUUID(), null);
        due(UUID.randomUUID(), cause.text());
        performer.start();

        eventually(() -> assertThat(chores.causes).containsExactly(cause));
    }

    @Test
    void work_that_becomes_due_later_is_done_then() {
        UUID id = UUID.randomUUID();
        jdbc.update("insert into chore (id, due_at) values (?, now() + interval '300 milliseconds')", id);
        performer.start();

        eventually(() -> assertThat(count("concluded = 1")).isOne());
    }

    private void due(UUID id, @Nullable String cause) {
        jdbc.update("insert into chore (id, due_at, cause) values (?, now(), ?)", id, cause);
    }

    private long count(String where) {
        Long count = jdbc.queryForObject("select count(*) from chore where " + where, Long.class);
        return count == null ? -1 : count;
    }

    private Performer<UUID, String> performer() {
        return new Performer<>(chores, table, concluder(), bell, Duration.ofSeconds(5));
    }

    private Concluder<UUID, String> concluder() {
        return new Concluder<>(chores, table, surroundings.transactions(), () -> {});
    }

    private final class Chores implements Work<UUID, String> {
        final Map<UUID, AtomicInteger> performed = new ConcurrentHashMap<>();
        final Map<UUID, AtomicInteger> failures = new ConcurrentHashMap<>();
        final Map<UUID, CountDownLatch> slow = new ConcurrentHashMap<>();
        final Set<UUID> inconclusive = ConcurrentHashMap.newKeySet();
        final ConcurrentLinkedQueue<Cause> causes = new ConcurrentLinkedQueue<>();
        final ConcurrentLinkedQueue<String> errorsSeen = new ConcurrentLinkedQueue<>();
        volatile CountDownLatch gate = new CountDownLatch(0);

        @Override
        public WorkTable table() {
            return TABLE;
        }

        @Override
        public UUID read(ResultSet row) throws SQLException {
            String error = row.getString("last_error");
            if (error != null) {
                errorsSeen.add(error);
            }
            return row.getObject("id", UUID.class);
        }

        @Override
        public String perform(UUID id) throws Exception {
            performed.computeIfAbsent(id, _ -> new AtomicInteger()).incrementAndGet();
            gate.countDown();
            gate.await();
            if (slow.containsKey(id)) {
                slow.get(id).await();
            }
            if (failures.containsKey(id) && failures.get(id).getAndDecrement() > 0) {
                throw new IllegalStateException("not now");
            }
            return "done";
        }

        @Override
        public void lock(List<UUID> ids) {
            assertThat(ids).isSorted();
        }

        @Override
        public void conclude(UUID id, String result) {
            if (inconclusive.contains(id)) {
                throw new IllegalArgumentException("inconclusive");
            }
            Cause cause = Cause.current();
            if (cause != null) {
                causes.add(cause);
            }
            jdbc.update("update chore set result = ?, concluded = concluded + 1 where id = ?", result, id);
        }

        @Override
        public Duration retryAfter(int attempt) {
            return Duration.ofMillis(20);
        }
    }
}
