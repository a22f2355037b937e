package io.orderflow.messaging.test;

import io.orderflow.messaging.ThisService;
import io.orderflow.messaging.wire.FactJson;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/// Gives a context a virtual host and a database that no other context knows, and a way to speak with the
/// service under test.
@TestConfiguration(proxyBeanMethods = false)
public class BrokerAndDatabase {
    @Bean
    RabbitConnectionDetails testBroker() {
        TestBroker broker = TestBroker.shared();
        return new VirtualHost(broker.host(), broker.port(), broker.newVirtualHost());
    }

    @Bean
    JdbcConnectionDetails testDatabase() {
        return new Database(TestDatabase.newDatabase());
    }

    /// Made with the other beans, and so before any of them is started: the service never says anything
    /// unheard.
    @Bean(destroyMethod = "close")
    FactsOnTheWire factsOnTheWire(RabbitConnectionDetails broker, ThisService service, FactJson json) {
        return FactsOnTheWire.of(
                TestBroker.shared(), Objects.requireNonNullElse(broker.getVirtualHost(), "/"), service.name(), json);
    }

    private record VirtualHost(String host, int port, String name) implements RabbitConnectionDetails {
        @Override
        public String getUsername() {
            return TestBroker.USER;
        }

        @Override
        public String getPassword() {
            return TestBroker.PASSWORD;
        }

        @Override
        public String getVirtualHost() {
            return name;
        }

        @Override
        public List<Address> getAddresses() {
            return List.of(new Address(host, port));
        }
    }

    private record Database(TestDatabase database) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return database.username();
        }

        @Override
        public String getPassword() {
            return database.password();
        }

        @Override
        public String getJdbcUrl() {
            return database.jdbcUrl();
        }
    }
}
