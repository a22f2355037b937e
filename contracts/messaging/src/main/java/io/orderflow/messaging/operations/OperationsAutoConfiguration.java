package io.orderflow.messaging.operations;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/// Sets up the record of what operators do.
@AutoConfiguration(afterName = "io.orderflow.messaging.outbox.OutboxAutoConfiguration")
class OperationsAutoConfiguration {
    @Bean
    OperatorActions operatorActions(JdbcTemplate jdbc) {
        return new OperatorActions(jdbc);
    }

    @Bean
    OperationsEndpoint operationsEndpoint(OperatorActions actions) {
        return new OperationsEndpoint(actions);
    }

    @Bean
    Members members() {
        return new Members();
    }
}
