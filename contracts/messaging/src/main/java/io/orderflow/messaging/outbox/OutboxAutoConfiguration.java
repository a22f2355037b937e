package io.orderflow.messaging.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.MessagingProperties;
import io.orderflow.messaging.ThisService;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.loop.Backoff;
import io.orderflow.messaging.loop.Bell;
import io.orderflow.messaging.operations.OperatorActions;
import io.orderflow.messaging.wire.FactJson;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Sets up the outbox, its relay, and the keeping of its days.
@AutoConfiguration(
        afterName = {
            "io.orderflow.messaging.broker.BrokerAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
class OutboxAutoConfiguration {
    private static final Backoff REPLAY_RESTS = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));

    private static final Duration HISTORY_PATIENCE = Duration.ofSeconds(10);

    private final Bell bell = new Bell();

    @Bean
    OutboxTable outboxTable(JdbcTemplate jdbc) {
        return new OutboxTable(jdbc);
    }

    @Bean
    Events events(ThisService service, FactJson json, OutboxTable table) {
        return new Outbox(service, json, table, bell);
    }

    @Bean
    Relay outboxRelay(
            JdbcTemplate jdbc,
            OutboxTable table,
            Broker broker,
            ThisService service,
            PlatformTransactionManager transactions,
            MessagingProperties properties,
            MeterRegistry meters,
            Clock clock) {
        var publisher = new Publisher(broker, service.name(), properties.confirmPatience());
        var lock = new RelayLock(table, new TransactionTemplate(transactions));
        var replays = new ReplayTable(jdbc);
        return new Relay(
                publisher,
                table,
                lock,
                new Marker(service.name(), lock, replays),
                new Replay(lock, table, replays, new Sender(publisher, table), REPLAY_RESTS),
                new RelayMeters(meters, clock),
                bell,
                properties.idlePoll());
    }

    @Bean
    ReplaysEndpoint replaysEndpoint(
            ThisService service,
            DataSource database,
            OperatorActions actions,
            PlatformTransactionManager transactions,
            Relay relay) {
        var history = new History(database, HISTORY_PATIENCE);
        var replays = new Replays(new JdbcTemplate(database), history, actions, new TransactionTemplate(transactions));
        return new ReplaysEndpoint(service, history, replays, relay::lookForReplays);
    }

    @Bean
    Backlogs backlogs(JdbcTemplate jdbc) {
        return new Backlogs(jdbc);
    }

    @Bean
    OutboxEndpoint outboxEndpoint(Backlogs backlogs) {
        return new OutboxEndpoint(backlogs);
    }

    @Bean
    Partitions partitions(JdbcTemplate jdbc, MessagingProperties properties) {
        return new Partitions(jdbc, properties);
    }
}
