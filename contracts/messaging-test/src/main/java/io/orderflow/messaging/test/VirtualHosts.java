package io.orderflow.messaging.test;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Connection;
import io.orderflow.messaging.broker.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

/// The virtual hosts of one broker, each with the exchange on which services say what happened.
final class VirtualHosts {
    private final TestBroker broker;
    private final List<String> names = new CopyOnWriteArrayList<>();

    VirtualHosts(TestBroker broker) {
        this.broker = broker;
    }

    synchronized String add() {
        String name = "test-" + (names.size() + 1);
        make(name);
        names.add(name);
        return name;
    }

    /// On a broker that has lost them.
    synchronized void addAgain() {
        names.forEach(this::make);
    }

    private void make(String name) {
        broker.rabbitmqctl("add_vhost", name);
        broker.rabbitmqctl("set_permissions", "--vhost", name, TestBroker.USER, ".*", ".*", ".*");
        try (Connection connection = broker.connect(name);
                var channel = connection.createChannel()) {
            channel.exchangeDeclare(Topology.EXCHANGE, BuiltinExchangeType.TOPIC, true);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (TimeoutException silent) {
            throw new IllegalStateException("the broker does not answer", silent);
        }
    }
}
