package io.orderflow.messaging;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.zaxxer.hikari.HikariDataSource;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.broker.Topology;
import io.orderflow.messaging.test.TestBroker;
import io.orderflow.messaging.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A database with the starter's tables and a virtual host with the common exchange, both new: what a piece
/// of the starter needs around it, without Spring.
public final class Surroundings implements AutoCloseable {
    private final HikariDataSource dataSource = new HikariDataSource();
    private final TestBroker host;
    private final String virtualHost;
    private Connection connection;

    /// Makes both.
    public Surroundings() {
        this(TestBroker.shared());
    }

    /// Makes both, with the virtual host on this broker.
    public Surroundings(TestBroker broker) {
        host = broker;
        virtualHost = host.newVirtualHost();
        connection = host.connect(virtualHost);
        TestDatabase database = TestDatabase.newDatabase();
        dataSource.setJdbcUrl(database.jdbcUrl());
        dataSource.setUsername(database.username());
        dataSource.setPassword(database.password());
        dataSource.setMaximumPoolSize(8);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/messaging")
                .load()
                .migrate();
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcTransactionManager transactionManager() {
        return new JdbcTransactionManager(dataSource);
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(transactionManager());
    }

    /// The broker as the service of this name knows it, as the tests' user.
    public Broker broker(String service) {
        return broker(service, host.factory(virtualHost), host.port());
    }

    /// The same as another user of the broker.
    public Broker broker(String service, String user, String password) {
        ConnectionFactory factory = host.factory(virtualHost);
        factory.setUsername(user);
        factory.setPassword(password);
        return broker(service, factory, host.port());
    }

    /// The same by way of another port, behind which somebody stands in between.
    public Broker brokerBehind(String service, int port) {
        return broker(service, host.factory(virtualHost), port);
    }

    private Broker broker(String service, ConnectionFactory factory, int port) {
        return new Broker(factory, List.of(new Address(host.host(), port)), service);
    }

    public TestBroker host() {
        return host;
    }

    public String virtualHost() {
        return virtualHost;
    }

    /// A channel with which the test looks at the broker.
    public Channel channel() {
        try {
            if (!connection.isOpen()) { // the broker has gone down since
                connection = host.connect(virtualHost);
            }
            return connection.openChannel().orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// A queue that hears a key.
    public String listenTo(String key, Map<String, Object> arguments) {
        try (Channel channel = channel()) {
            String queue = "listener-" + UUID.randomUUID();
            channel.queueDeclare(queue, true, false, false, arguments);
            channel.queueBind(queue, Topology.EXCHANGE, key);
            return queue;
        } catch (IOException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// Takes everything that is in a queue.
    public List<GetResponse> take(String queue) {
        try (Channel channel = channel()) {
            var taken = new ArrayList<GetResponse>();
            for (GetResponse next = channel.basicGet(queue, true); next != null; next = channel.basicGet(queue, true)) {
                taken.add(next);
            }
            return taken;
        } catch (IOException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        connection.abort();
        dataSource.close();
    }
}
