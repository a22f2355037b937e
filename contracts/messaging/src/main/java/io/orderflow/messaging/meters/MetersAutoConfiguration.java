package io.orderflow.messaging.meters;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.broker.Topology;
import io.orderflow.messaging.outbox.Backlogs;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/// Sets up the gauges, each of which is read only when somebody scrapes.
@AutoConfiguration(
        afterName = {
            "io.orderflow.messaging.outbox.OutboxAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
class MetersAutoConfiguration {
    @Bean
    Samples samples(MeterRegistry registry) {
        return new Samples(registry);
    }

    @Bean
    StarterGauges starterGauges(
            Samples samples, Backlogs backlogs, Broker broker, Topology topology, JdbcTemplate jdbc) {
        var gauges = new StarterGauges(samples);
        gauges.ofOutbox(backlogs);
        gauges.ofQueues(broker, topology);
        gauges.ofOperations(jdbc);
        return gauges;
    }
}
