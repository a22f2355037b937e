package io.orderflow.messaging.outbox;

import io.orderflow.messaging.MessagingProperties;
import io.orderflow.messaging.loop.Loop;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/// Makes the coming days of outbox and inbox, and drops those that are old enough; every hour, in any instance.
final class Partitions extends Loop {
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcTemplate jdbc;
    private final MessagingProperties properties;

    Partitions(JdbcTemplate jdbc, MessagingProperties properties) {
        super("partitions");
        this.jdbc = jdbc;
        this.properties = properties;
    }

    @Override
    protected void turn() throws InterruptedException {
        jdbc.query(
                "select keep_partitions(?, ?)",
                _ -> {},
                (int) properties.keepOutbox().toDays(),
                (int) properties.keepInbox().toDays());
        Thread.sleep(HOUR);
    }
}
