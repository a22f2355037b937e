package io.orderflow.messaging.broker;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.ConnectionFactory;
import io.orderflow.messaging.MessagingProperties;
import io.orderflow.messaging.ThisService;
import io.orderflow.messaging.inbox.Pause;
import io.orderflow.messaging.inbox.Subscriptions;
import io.orderflow.messaging.wire.FactJson;
import java.time.Clock;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/// Sets up what speaks with the broker. The only class that knows Spring Boot's own support of AMQP: how the broker
/// is reached is configured under `spring.rabbitmq`, as everywhere.
@AutoConfiguration(after = RabbitAutoConfiguration.class)
@EnableConfigurationProperties(MessagingProperties.class)
class BrokerAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    ThisService thisService(ListableBeanFactory beans) {
        return ThisService.of(beans);
    }

    @Bean
    FactJson factJson() {
        return new FactJson();
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Broker broker(CachingConnectionFactory configured, RabbitConnectionDetails details, ThisService service) {
        ConnectionFactory factory = configured.getRabbitConnectionFactory();
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        return new Broker(
                factory,
                details.getAddresses().stream()
                        .map(address -> new Address(address.host(), address.port()))
                        .toList(),
                service.name());
    }

    @Bean
    Topology topology(ThisService service, Subscriptions subscriptions, MessagingProperties properties) {
        return new Topology(service.name(), subscriptions.keys(), properties.ladder());
    }

    /// Health `broker`: down while a connection that the service needs is gone, with the reason. Reactions that an
    /// operator has paused are told of, and are no trouble.
    @Bean
    HealthIndicator brokerHealthIndicator(Broker broker, Pause pause) {
        return () -> {
            var troubles = broker.troubles();
            var health = (troubles.isEmpty() ? Health.up() : Health.down().withDetails(troubles));
            if (!troubles.containsKey(Broker.REACTIONS)) {
                pause.lastKnown().ifPresent(on -> health.withDetail(Broker.REACTIONS, on.toString()));
            }
            return health.build();
        };
    }
}
