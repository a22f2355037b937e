package io.orderflow.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.messaging.MessagingProperties;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.broker.Topology;
import io.orderflow.messaging.operations.OperatorActions;
import io.orderflow.messaging.wire.FactJson;
import io.orderflow.messaging.work.WorkBells;
import java.util.TreeSet;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Sets up the hearing: the reactions found among the beans, and the consumer that feeds them.
@AutoConfiguration(
        afterName = {
            "io.orderflow.messaging.outbox.OutboxAutoConfiguration",
            "io.orderflow.messaging.work.WorkAutoConfiguration"
        })
class InboxAutoConfiguration {
    @Bean
    Subscriptions subscriptions(ListableBeanFactory beans) {
        return new Subscriptions(beans);
    }

    @Bean
    Consumer consumer(
            Broker broker,
            Topology topology,
            FactJson json,
            Subscriptions subscriptions,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            WorkBells work,
            Pause pause,
            MeterRegistry meters,
            MessagingProperties properties) {
        var reacting = new Reacting(
                new InboxTable(jdbc),
                subscriptions,
                new TransactionTemplate(transactions),
                work::ring,
                new HearingMeters(meters));
        return new Consumer(
                broker,
                topology,
                json,
                reacting,
                subscriptions,
                pause,
                new Consumer.Size(properties.batch(), properties.gather()));
    }

    @Bean
    Pause pause(JdbcTemplate jdbc) {
        return new Pause(jdbc);
    }

    @Bean
    ReactionsEndpoint reactionsEndpoint(
            Topology topology,
            Pause pause,
            OperatorActions actions,
            PlatformTransactionManager transactions,
            Consumer consumer) {
        return new ReactionsEndpoint(
                topology.events(),
                new TreeSet<>(topology.reactsTo()),
                pause,
                actions,
                new TransactionTemplate(transactions),
                consumer::lookAgain);
    }
}
