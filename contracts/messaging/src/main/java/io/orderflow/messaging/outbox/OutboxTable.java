package io.orderflow.messaging.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// The outbox's statements. Each is one round trip for any number of rows, and its text never changes, so that the
/// driver keeps it prepared.
final class OutboxTable {
    private static final String INSERT = """
            insert into outbox (event_id, subject, routing_key, causation_id, traceparent, payload)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[])
            """;

    /// By id, where not published: never by a cursor on the id. Ids are given out before their transactions commit,
    /// and a reader that has passed a higher one would not come back for the lower one that commits after it.
    private static final String UNPUBLISHED = """
            select id, event_id, subject, routing_key, causation_id, traceparent, payload, created_at, attempts
            from outbox
            where published_at is null and (retry_at is null or retry_at <= now())
            order by id limit ?
            """;

    /// What is to be said again. Here a cursor is safe: what commits behind it was not published, and is fresh. The
    /// stretch is cut out first, by a limit that stands in the text, so that the plan reads the primary key in its
    /// order, nothing is sorted, and what is rarely found is looked for in no more rows than these.
    static final String PUBLISHED =
            """
            select id, event_id, subject, routing_key, causation_id, traceparent, payload, created_at, attempts
            from (
              select id, event_id, subject, routing_key, causation_id, traceparent, payload, created_at, attempts
              from outbox
              where id > ? and id <= ? and published_at is not null
              order by id limit\s""" + Stretch.IDS + ") as stretch where\n" + Selection.CONDITION + "order by id limit " + Batch.ROWS;

    private static final String MARK = """
            update outbox set published_at = now(), last_error = null
            where id = any(?) and created_at between ? and ?
            """;

    private static final String SET_BACK = """
            update outbox
            set published_at = null, attempts = attempts + 1, last_error = ?,
                retry_at = now() + ? * interval '1 millisecond'
            where id = ? and created_at = ?
            """;

    /// One relay of a service at a time, whichever instance it is in. The lock is the database's and ends with the
    /// transaction; that of a frozen instance ends when the server ends its idle transaction.
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('orderflow.outbox.relay'))";

    private final JdbcTemplate jdbc;

    OutboxTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Saying> sayings) {
        jdbc.update(INSERT, statement -> {
            Connection connection = statement.getConnection();
            statement.setArray(1, uuids(connection, sayings.stream().map(Saying::eventId)));
            statement.setArray(2, texts(connection, sayings.stream().map(Saying::subject)));
            statement.setArray(3, texts(connection, sayings.stream().map(Saying::routingKey)));
            statement.setArray(4, uuids(connection, sayings.stream().map(Saying::causationId)));
            statement.setArray(5, texts(connection, sayings.stream().map(Saying::traceparent)));
            statement.setArray(6, texts(connection, sayings.stream().map(Saying::payload)));
        });
    }

    /// True if this transaction is now the one that relays.
    boolean lock() {
        return Boolean.TRUE.equals(jdbc.queryForObject(LOCK, Boolean.class));
    }

    /// The oldest rows that are to be published.
    Batch unpublished() {
        return Batch.of(jdbc.query(UNPUBLISHED, OutboxTable::row, Batch.ROWS));
    }

    /// The oldest of the selected rows that were published, in the next stretch between two ids.
    ///
    /// @param after the last id that is too old
    /// @param upto  the last id that is not too young
    /// @param most  how many rows at most
    Stretch published(Selection which, long after, long upto, int most) {
        long end = Math.min(upto, after + Stretch.IDS);
        List<OutboxRow> found =
                jdbc.query(PUBLISHED, OutboxTable::row, which.arguments(List.of(after, end), List.of()));
        List<OutboxRow> rows = Batch.of(found).rows();
        rows = rows.subList(0, Math.min(most, rows.size()));
        boolean all = found.size() < Batch.ROWS && rows.size() == found.size();
        return new Stretch(rows, all ? end : rows.getLast().id());
    }

    void markPublished(Collection<OutboxRow> rows) {
        var first = rows.stream().map(OutboxRow::createdAt).min(Comparator.naturalOrder());
        var last = rows.stream().map(OutboxRow::createdAt).max(Comparator.naturalOrder());
        if (first.isEmpty() || last.isEmpty()) {
            return;
        }
        Long[] ids = rows.stream().map(OutboxRow::id).toArray(Long[]::new);
        jdbc.update(MARK, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("bigint", ids));
            statement.setTimestamp(2, Timestamp.from(first.get()));
            statement.setTimestamp(3, Timestamp.from(last.get()));
        });
    }

    /// Lets a row wait, as unpublished, before it is tried again.
    void setBack(OutboxRow row, String error, Duration wait) {
        jdbc.update(SET_BACK, error, wait.toMillis(), row.id(), Timestamp.from(row.createdAt()));
    }

    private static OutboxRow row(ResultSet row, int number) throws SQLException {
        return new OutboxRow(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7),
                row.getTimestamp(8).toInstant(),
                row.getInt(9));
    }

    private static Array uuids(Connection connection, Stream<@Nullable UUID> values) throws SQLException {
        return connection.createArrayOf("uuid", values.toArray());
    }

    private static Array texts(Connection connection, Stream<@Nullable String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
