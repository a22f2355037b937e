package io.orderflow.messaging.work;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messaging.Surroundings;
import io.orderflow.messaging.Work;
import io.orderflow.messaging.WorkTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// Whose a row of work is, when several are after it.
class ClaimTableTest {
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);

    private final Surroundings surroundings = new Surroundings();
    private final JdbcTemplate jdbc = surroundings.jdbc();
    private final ClaimTable<UUID> table = new ClaimTable<>(jdbc, new Chores());

    ClaimTableTest() {
        jdbc.execute("""
                create table chore (
                  id uuid primary key, due_at timestamptz, attempts int not null default 0, lease uuid,
                  last_error text, cause text)
                """);
    }

    @AfterEach
    void leave() {
        surroundings.close();
    }

    /// Guards the lease: only who holds it may give the row back.
    @Test
    void who_was_frozen_does_not_give_back_what_another_has() {
        due(FIRST);
        Claim<UUID> zombie = table.claim(1).getFirst();
        jdbc.update("update chore set due_at = now()"); // its lease runs out
        Claim<UUID> owner = table.claim(1).getFirst();

        table.postpone(zombie, Duration.ZERO, "too late");

        assertThat(table.claim(1)).isEmpty();
        assertThat(jdbc.queryForObject("select lease from chore", UUID.class)).isEqualTo(owner.lease());
    }

    /// Guards all other work of the service against a row on which a reaction takes its time.
    @Test
    void a_due_row_that_somebody_has_locked_holds_up_no_other() {
        due(FIRST);
        due(SECOND);
        try (ExecutorService instance = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Claim<UUID>> claimed = surroundings.transactions().execute(_ -> {
                lock(FIRST);
                return soon(instance.submit(() -> table.claim(2)));
            });

            assertThat(claimed).extracting(Claim::key).containsExactly(SECOND);
        }
    }

    /// Guards against deadlocks with whoever else locks several of these rows: the lower key first.
    @Test
    void rows_are_locked_in_the_order_of_their_keys() throws Exception {
        due(SECOND); // stands first in the table
        due(FIRST);
        List<Claim<UUID>> claims = table.claim(2);
        try (ExecutorService instance = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Set<UUID>> settled =
                    Objects.requireNonNull(surroundings.transactions().execute(_ -> {
                        lock(FIRST);
                        Future<Set<UUID>> waiting = instance.submit(() -> settle(claims));
                        eventually(() -> assertThat(waitingForALock()).isOne());
                        lock(SECOND);
                        return waiting;
                    }));

            assertThat(settled.get()).containsExactlyInAnyOrder(FIRST, SECOND);
        }
    }

    /// As they stand in the table, were they not sorted.
    private Set<UUID> settle(List<Claim<UUID>> claims) {
        return Objects.requireNonNull(surroundings.transactions().execute(_ -> {
            jdbc.execute("set local enable_indexscan = off");
            jdbc.execute("set local enable_bitmapscan = off");
            return table.settle(claims);
        }));
    }

    private void due(UUID id) {
        jdbc.update("insert into chore (id, due_at) values (?, now())", id);
    }

    private void lock(UUID id) {
        jdbc.queryForList("select id from chore where id = ? for no key update", id);
    }

    private long waitingForALock() {
        return Objects.requireNonNull(surroundings
                .jdbc()
                .queryForObject(
                        "select count(*) from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock'",
                        Long.class));
    }

    private static <T> T soon(Future<T> future) {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new AssertionError("it waits for the locked row", late);
        }
    }

    private static final class Chores implements Work<UUID, String> {
        @Override
        public WorkTable table() {
            return new WorkTable("chore", "id", Duration.ofSeconds(60), 8);
        }

        @Override
        public UUID read(ResultSet row) throws SQLException {
            return row.getObject("id", UUID.class);
        }

        @Override
        public String perform(UUID id) {
            return "done";
        }

        @Override
        public void conclude(UUID id, String result) {}
    }
}
