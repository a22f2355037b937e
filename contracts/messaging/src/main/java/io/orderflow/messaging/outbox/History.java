package io.orderflow.messaging.outbox;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.orderflow.messaging.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/// Looks back at what the service said, as far as the outbox is kept. There is no index for it, because it would cost
/// with each fact that is said: what is rarely found is looked for everywhere, for a limited time.
final class History {
    /// How far facts are counted.
    private static final int COUNTED = 10_000;

    private static final String PAGE =
            "select id, event_id, routing_key, subject, created_at, published_at from outbox where id > ? and\n"
                    + Selection.CONDITION + "order by id limit ?";

    private static final String EXTENT =
            "select count(*), min(id), max(id) from (select id from outbox where published_at is not null and\n"
                    + Selection.CONDITION + "order by id limit ?) as first_ones";

    private static final String LAST = "select max(id) from outbox where published_at is not null and created_at <"
            + " coalesce(?::timestamptz, 'infinity')";

    private static final String EVENT = """
            select id, event_id, routing_key, subject, created_at, published_at, causation_id, payload from outbox
            where event_id = ? and created_at >= coalesce(?::timestamptz, '-infinity')
              and created_at < coalesce(?::timestamptz, 'infinity')
            """;

    /// An id of version 7 tells when it was made; clocks may differ by less than this.
    private static final Duration ABOUT = Duration.ofDays(1);

    private final JdbcTemplate jdbc;

    /// @param patience how long one question may take
    History(DataSource database, Duration patience) {
        jdbc = new JdbcTemplate(database);
        jdbc.setQueryTimeout((int) patience.toSeconds());
    }

    /// A fact that was said.
    ///
    /// @param cursor      where it stands; grows with time
    /// @param about       the order or product
    /// @param publishedAt when a queue took it; null while it waits
    record Said(
            long cursor,
            UUID eventId,
            String type,
            String about,
            Instant saidAt,
            @Nullable Instant publishedAt) {}

    /// One fact with everything that it says, which may be personal data.
    record Whole(
            long cursor,
            UUID eventId,
            String type,
            String about,
            Instant saidAt,
            @Nullable Instant publishedAt,
            @Nullable UUID causedBy,
            @JsonRawValue String payload) {}

    /// Where the selected facts that were published stand.
    ///
    /// @param atMost how many there are at most
    /// @param first  the id of the first
    /// @param last   an id that none of them is behind
    record Extent(long atMost, long first, long last) {}

    /// The selected facts in the order in which they were said.
    ///
    /// @param after only those behind this cursor
    /// @throws Refusal 422 `search-too-wide` when it takes too long
    List<Said> page(Selection which, long after, int limit) {
        return patiently(() -> jdbc.query(PAGE, History::said, which.arguments(List.of(after), List.of(limit))));
    }

    /// One fact; empty if the outbox does not keep it.
    ///
    /// @throws Refusal 422 `search-too-wide` when it takes too long
    Optional<Whole> event(UUID id) {
        @Nullable Instant about = id.version() == 7 ? Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16) : null;
        return patiently(() -> jdbc
                .query(
                        EVENT,
                        History::whole,
                        id,
                        Selection.timestamp(about == null ? null : about.minus(ABOUT)),
                        Selection.timestamp(about == null ? null : about.plus(ABOUT)))
                .stream()
                .findFirst());
    }

    /// Where the selected facts stand; empty if there are none. They are counted up to ten thousand; of more only the
    /// distance between the ends is told.
    ///
    /// @throws Refusal 422 `search-too-wide` when it takes too long
    Optional<Extent> extent(Selection which) {
        return patiently(() -> jdbc
                .query(
                        EXTENT,
                        (row, _) -> new Extent(row.getLong(1), row.getLong(2), row.getLong(3)),
                        which.arguments(List.of(), List.of(COUNTED)))
                .stream()
                .filter(found -> found.atMost() > 0)
                .map(found -> found.atMost() < COUNTED ? found : toTheLast(found, which))
                .findFirst());
    }

    private Extent toTheLast(Extent found, Selection which) {
        Long last = jdbc.queryForObject(LAST, Long.class, Selection.timestamp(which.to()));
        long end = last == null ? found.last() : last;
        return new Extent(end - found.first() + 1, found.first(), end);
    }

    private static <T> T patiently(Supplier<T> question) {
        try {
            return question.get();
        } catch (QueryTimeoutException tooLong) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "search-too-wide",
                    "Search too wide",
                    "Looking through so much takes too long: narrow it by from and to.");
        }
    }

    private static Said said(ResultSet row, int number) throws SQLException {
        return new Said(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                ReplayTable.instant(row.getTimestamp(6)));
    }

    private static Whole whole(ResultSet row, int number) throws SQLException {
        Said said = said(row, number);
        return new Whole(
                said.cursor(),
                said.eventId(),
                said.type(),
                said.about(),
                said.saidAt(),
                said.publishedAt(),
                row.getObject(7, UUID.class),
                row.getString(8));
    }
}
