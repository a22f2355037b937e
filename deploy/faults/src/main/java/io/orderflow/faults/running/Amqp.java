package io.orderflow.faults.running;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeoutException;

/// Connections to the system's broker.
public final class Amqp {
    private static final int PATIENCE_MILLIS = 5_000;

    private Amqp() {}

    /// A connection as `admin`, who may do everything.
    ///
    /// @throws IOException      when the broker is away
    /// @throws TimeoutException when it does not answer
    public static Connection admin(Orderflow system) throws IOException, TimeoutException {
        var factory = factory();
        try {
            factory.setUri(system.value("AMQP_ADMIN_URL"));
        } catch (URISyntaxException | GeneralSecurityException wrong) {
            throw new IllegalStateException(wrong);
        }
        return factory.newConnection("faults");
    }

    /// A connection as the broker's user of a service, who may do what the service may.
    ///
    /// @throws IOException      when the broker is away
    /// @throws TimeoutException when it does not answer
    public static Connection as(Service service, Orderflow system) throws IOException, TimeoutException {
        var factory = factory();
        factory.setHost("127.0.0.1");
        factory.setPort(Integer.parseInt(system.value("AMQP_PORT")));
        factory.setVirtualHost("orderflow");
        factory.setUsername(service.id());
        factory.setPassword(system.value(service.name() + "_BROKER_PASSWORD"));
        return factory.newConnection("faults as " + service.id());
    }

    /// Whether the broker answers.
    public static boolean answers(Orderflow system) {
        try (Connection connection = admin(system)) {
            return connection.isOpen();
        } catch (IOException | TimeoutException away) {
            return false;
        }
    }

    private static ConnectionFactory factory() {
        var factory = new ConnectionFactory();
        factory.setConnectionTimeout(PATIENCE_MILLIS);
        factory.setHandshakeTimeout(PATIENCE_MILLIS);
        factory.setChannelRpcTimeout(PATIENCE_MILLIS * 3);
        factory.setRequestedHeartbeat(10);
        factory.setAutomaticRecoveryEnabled(false);
        return factory;
    }
}
