package io.orderflow.analytics.gateways;

import io.orderflow.analytics.gateways.Rows.Column;
import io.orderflow.events.AboutOrder;
import io.orderflow.events.Fact;
import io.orderflow.messaging.Heard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The log of every event, once by its id, as it was said but for personal data.
@Repository
public class EventLog {
    private static final String APPEND = """
            insert into event_log
              (event_id, type, said_by, subject, order_id, causation_id, occurred_at, attempt, body, heard_at)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb[], ?)
            on conflict (event_id) do nothing""";

    private static final String OF_ORDER = """
            select event_id, type, said_by, causation_id, occurred_at, heard_at, attempt, body
              from event_log where order_id = :orderId
             order by occurred_at, heard_at, event_id""";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Bodies bodies;
    private final JsonMapper mapper;

    EventLog(JdbcTemplate jdbc, Bodies bodies, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.bodies = bodies;
        this.mapper = mapper;
    }

    /// Writes down what was heard; what is in the log already stays as it is.
    public void append(List<Heard<Fact>> batch, Instant heardAt) {
        var sorted = batch.stream()
                .sorted(Comparator.comparing(heard -> heard.envelope().eventId()))
                .toList();
        Rows.write(
                jdbc,
                APPEND,
                sorted,
                List.of(
                        new Column<>("uuid", heard -> heard.envelope().eventId()),
                        new Column<>("text", heard -> heard.envelope().type()),
                        new Column<>("text", heard -> heard.envelope().source()),
                        new Column<>("text", heard -> heard.fact().subject()),
                        new Column<>("uuid", heard -> orderOf(heard.fact())),
                        new Column<>("uuid", heard -> heard.envelope().causationId()),
                        new Column<>("timestamptz", heard -> heard.fact().occurredAt()),
                        new Column<>("int4", heard -> heard.envelope().attempt()),
                        new Column<>("text", heard -> bodies.of(heard.fact())),
                        new Column<>("timestamptz", heard -> heardAt)));
    }

    /// What was heard of an order, in the order in which it happened.
    public List<LoggedFact> of(UUID orderId) {
        return client.sql(OF_ORDER).param("orderId", orderId).query(this::read).list();
    }

    private LoggedFact read(ResultSet row, int number) throws SQLException {
        return new LoggedFact(
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("said_by"),
                row.getObject("causation_id", UUID.class),
                row.getTimestamp("occurred_at").toInstant(),
                row.getTimestamp("heard_at").toInstant(),
                row.getInt("attempt"),
                mapper.readTree(row.getString("body")));
    }

    private static @Nullable UUID orderOf(Fact fact) {
        return fact instanceof AboutOrder about ? about.orderId() : null;
    }
}
