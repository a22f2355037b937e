package io.orderflow.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messaging.Ids;
import io.orderflow.messaging.Surroundings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// Outbox and inbox are kept by the day: days come in time, and go when they are old and nothing in them waits.
class PartitionsTest {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 2, 29);

    private final Surroundings surroundings = new Surroundings();
    private final JdbcTemplate jdbc = surroundings.jdbc();

    @AfterEach
    void leave() {
        surroundings.close();
    }

    @Test
    void today_and_the_next_days_are_there_and_what_is_said_now_goes_into_today() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int ahead = -1; ahead <= 3; ahead++) {
            assertThat(partitions())
                    .contains(
                            "outbox_" + DAY.format(today.plusDays(ahead)),
                            "inbox_" + DAY.format(today.plusDays(ahead)));
        }

        say("now()", true);
        jdbc.update("insert into inbox values (?)", Ids.next());

        assertThat(count("outbox_default")).isZero();
        assertThat(count("inbox_default")).isZero();
    }

    @Test
    void an_old_day_goes_when_everything_in_it_is_published() {
        outboxDay(LONG_AGO);
        say("'2020-02-29T12:00:00Z'", true);

        keep();

        assertThat(partitions()).doesNotContain("outbox_20200229");
    }

    @Test
    void an_old_day_in_which_something_waits_is_never_dropped() {
        outboxDay(LONG_AGO);
        say("'2020-02-29T12:00:00Z'", false);

        keep();

        assertThat(partitions()).contains("outbox_20200229");
        assertThat(count("outbox where published_at is null")).isOne();
    }

    @Test
    void old_days_of_the_inbox_go_and_an_id_is_unique_over_all_days() {
        jdbc.execute("create table inbox_20200229 partition of inbox for values from"
                + " (uuid_floor('2020-02-29T00:00:00Z')) to (uuid_floor('2020-03-01T00:00:00Z'))");
        UUID old = jdbc.queryForObject("select uuid_floor('2020-02-29T12:00:00Z')", UUID.class);
        UUID foreign = UUID.randomUUID(); // not of version 7, and heard all the same
        for (UUID id : List.of(Ids.next(), foreign)) {
            assertThat(heard(id)).isOne();
            assertThat(heard(id)).isZero();
        }
        assertThat(jdbc.update("insert into inbox values (?) on conflict do nothing", old))
                .isOne();

        keep();

        assertThat(partitions()).doesNotContain("inbox_20200229");
    }

    @Test
    void keeping_again_changes_nothing_and_a_day_that_is_late_stays_in_the_default() {
        LocalDate inThreeDays = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        jdbc.execute("drop table outbox_" + DAY.format(inThreeDays));
        say("now() + interval '3 days'", false);
        List<String> before = partitions();

        keep();
        keep();

        assertThat(partitions()).isEqualTo(before);
        assertThat(count("outbox_default")).isOne();
    }

    @Test
    void the_databases_floor_of_an_instant_is_where_our_ids_of_it_begin() {
        for (int i = 0; i < 100; i++) {
            UUID id = Ids.next();
            Boolean within = jdbc.queryForObject(
                    "select ? between uuid_floor(now() - interval '1 hour') and uuid_floor(now() + interval '1 hour')",
                    Boolean.class,
                    id);
            assertThat(within).isTrue();
        }
        assertThat(jdbc.queryForObject("select uuid_floor('2026-03-14T09:26:53.589Z')::text", String.class))
                .isEqualTo("019cebab-8995-7000-8000-000000000000");
    }

    private void keep() {
        jdbc.query("select keep_partitions(7, 14)", _ -> {});
    }

    private int heard(UUID id) {
        return jdbc.update("insert into inbox values (?) on conflict do nothing", id);
    }

    private void outboxDay(LocalDate day) {
        jdbc.execute("create table outbox_%s partition of outbox for values from ('%s 00:00+00') to ('%s 00:00+00')"
                .formatted(DAY.format(day), day, day.plusDays(1)));
    }

    private void say(String createdAt, boolean published) {
        jdbc.update("insert into outbox (event_id, subject, routing_key, payload, created_at, published_at) values"
                + " (gen_random_uuid(), 'x', 'v1.payment.failed', '{}', " + createdAt + ", "
                + (published ? "now()" : "null") + ")");
    }

    private List<String> partitions() {
        return jdbc.queryForList(
                "select inhrelid::regclass::text from pg_inherits where inhparent in ('outbox'::regclass,"
                        + " 'inbox'::regclass) order by 1",
                String.class);
    }

    private long count(String from) {
        Long count = jdbc.queryForObject("select count(*) from " + from, Long.class);
        return count == null ? -1 : count;
    }
}
