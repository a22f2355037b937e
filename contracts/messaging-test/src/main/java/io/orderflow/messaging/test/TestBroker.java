package io.orderflow.messaging.test;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.orderflow.messaging.test.nodes.RabbitNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.TimeoutException;
import org.opentest4j.TestAbortedException;

/// A real RabbitMQ for tests. One is shared by the whole JVM; a test that kills it takes one of its own.
public final class TestBroker implements AutoCloseable {
    /// The user of the tests: administrator of everything, and allowed to publish in another user's name.
    public static final String USER = "test";

    /// The password of [#USER].
    public static final String PASSWORD = "test";

    private static final int RECOVERY_MILLIS = 200;

    private final VirtualHosts virtualHosts = new VirtualHosts(this);
    private final BrokerHost host;

    private TestBroker(BrokerHost host) {
        this.host = host;
    }

    /// The one that this JVM's tests share; started when it is first asked for, ended with the JVM.
    ///
    /// @throws IllegalStateException where there is neither a container engine nor an installed RabbitMQ
    public static TestBroker shared() {
        return Shared.BROKER;
    }

    /// A native one for a test that stops, kills and restarts it. Whoever takes it closes it.
    ///
    /// @throws TestAbortedException where RabbitMQ is not installed, so that the test counts as skipped
    public static TestBroker ofItsOwn() {
        if (RabbitNode.installation().isEmpty()) {
            throw new TestAbortedException("RabbitMQ is not installed on this machine");
        }
        return new TestBroker(new BrokerHost.Native(USER, PASSWORD));
    }

    private static TestBroker found() {
        return new TestBroker(
                switch (Nodes.here()) {
                    case CONTAINERS -> new BrokerHost.Container(USER, PASSWORD);
                    case NATIVE -> {
                        if (RabbitNode.installation().isEmpty()) {
                            throw new IllegalStateException(
                                    "No container engine answers, and RabbitMQ is not installed:"
                                            + " start Docker, or install the package rabbitmq-server.");
                        }
                        yield new BrokerHost.Native(USER, PASSWORD);
                    }
                });
    }

    /// Makes a virtual host that nobody else uses, with the exchange on which services say what happened.
    ///
    /// @return its name
    public String newVirtualHost() {
        return virtualHosts.add();
    }

    /// Where it is.
    public String host() {
        return host.host();
    }

    /// The port for AMQP.
    public int port() {
        return host.port();
    }

    /// The address of a virtual host, with the log-in.
    public URI uri(String virtualHost) {
        return URI.create("amqp://" + USER + ":" + PASSWORD + "@" + host() + ":" + port() + "/" + virtualHost);
    }

    /// What a client needs to connect to a virtual host, without recovery.
    public ConnectionFactory factory(String virtualHost) {
        var factory = new ConnectionFactory();
        factory.setHost(host());
        factory.setPort(port());
        factory.setVirtualHost(virtualHost);
        factory.setUsername(USER);
        factory.setPassword(PASSWORD);
        factory.setAutomaticRecoveryEnabled(false);
        factory.setNetworkRecoveryInterval(RECOVERY_MILLIS);
        return factory;
    }

    /// Opens a connection of the tests' user, for looking and for doing what a service may not. Without
    /// recovery.
    public Connection connect(String virtualHost) {
        try {
            return factory(virtualHost).newConnection("test");
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (TimeoutException silent) {
            throw new IllegalStateException("the broker does not answer", silent);
        }
    }

    /// Runs `rabbitmqctl`.
    ///
    /// @return what it printed
    /// @throws IllegalStateException when it fails
    public String rabbitmqctl(String... arguments) {
        return host.rabbitmqctl(arguments);
    }

    /// The id of the broker's process, for tests that freeze it.
    public long pid() {
        return ours().node().pid();
    }

    /// Kills the broker as a crash would. What was confirmed is on disk.
    public void kill() {
        ours().node().kill();
    }

    /// Stops the broker gracefully.
    public void stop() {
        ours().node().stop();
    }

    /// Starts the broker after [#kill] or [#stop], on the same port and with the same data.
    public void start() {
        ours().start();
    }

    /// Kills the broker, deletes its data, and starts it on the same port. The tests' user comes back, and each
    /// virtual host with the common exchange, as a broker's definitions bring them back; all else is gone.
    public void wipe() {
        ours().node().wipe();
        start();
        virtualHosts.addAgain();
    }

    private BrokerHost.Native ours() {
        if (host instanceof BrokerHost.Native node) {
            return node;
        }
        throw new TestAbortedException("a broker in a container is not stopped: take TestBroker.ofItsOwn()");
    }

    /// Ends it and forgets its data.
    @Override
    public void close() {
        host.end();
    }

    private static final class Shared {
        private static final TestBroker BROKER = found();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(BROKER::close, "end of the test broker"));
        }
    }
}
