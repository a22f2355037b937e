package io.orderflow.messaging.work;

import io.orderflow.messaging.MessagingProperties;
import io.orderflow.messaging.WakeUp;
import io.orderflow.messaging.Work;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Sets up work: every bean that is [Work] is kept going.
@AutoConfiguration(afterName = "io.orderflow.messaging.outbox.OutboxAutoConfiguration")
class WorkAutoConfiguration {
    @Bean
    WorkBells workBells() {
        return new WorkBells();
    }

    @Bean
    WakeUp wakeUp(WorkBells bells) {
        return () -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bells.ringAll();
            }
        });
    }

    @Bean
    Performers performers(
            ObjectProvider<Work<?, ?>> works,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            WorkBells bells,
            MessagingProperties properties) {
        return new Performers(
                works.orderedStream().toList(),
                jdbc,
                new TransactionTemplate(transactions),
                bells,
                properties.idlePoll());
    }
}
