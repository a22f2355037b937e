package io.orderflow.messaging.meters;

import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.broker.Topology;
import io.orderflow.messaging.outbox.Backlog;
import io.orderflow.messaging.outbox.Backlogs;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;

/// The gauges of every service. They are the service's figures, not the instance's: each instance shows the same.
final class StarterGauges {
    private static final String STANDING = """
            select exists (select from reactions_pause),
                   (select coalesce(sum(upto - position), 0) from outbox_replay
                    where finished_at is null and cancelled_at is null)
            """;

    private final Samples samples;

    StarterGauges(Samples samples) {
        this.samples = samples;
    }

    /// @param paused     whether the reactions are paused
    /// @param replayLeft how many facts open replays have left at most
    private record Standing(boolean paused, long replayLeft) {
        static Standing read(ResultSet row, int number) throws SQLException {
            return new Standing(row.getBoolean(1), row.getLong(2));
        }
    }

    void ofOutbox(Backlogs backlogs) {
        samples.of("outbox", backlogs::now)
                .gauge("orderflow.outbox.backlog", "Facts that wait to be published", Backlog::facts)
                .seconds("orderflow.outbox.age", "For how long the oldest of them has waited", Backlog::age)
                .gauge("orderflow.outbox.refused", "Those that the broker refused or no queue took", Backlog::refused);
    }

    void ofQueues(Broker broker, Topology topology) {
        Sampled<QueueDepths> queues = samples.of("queues", () -> QueueDepths.of(broker, topology))
                .gauge("orderflow.waiting", "Messages ready in the service's queue", QueueDepths::waiting)
                .gauge("orderflow.parked", "Messages that wait for a person", QueueDepths::parked);
        for (int i = 0; i < topology.ladder().size(); i++) {
            int rung = i;
            queues.gauge(
                    "orderflow.ladder",
                    "Messages that wait to be tried again, by rung",
                    depths -> depths.rungs().get(rung),
                    "rung",
                    topology.rung(rung).replace("retry.", ""));
        }
    }

    void ofOperations(JdbcTemplate jdbc) {
        samples.of("operations", () -> jdbc.queryForObject(STANDING, Standing::read))
                .gauge(
                        "orderflow.reactions.paused",
                        "1 while the reactions are paused",
                        standing -> standing.paused() ? 1 : 0)
                .gauge("orderflow.replay.left", "Facts still to be said again at most", Standing::replayLeft);
    }
}
