package io.orderflow.messaging.broker;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Opens connections to the broker, one for each purpose, and knows how each of them is.
///
/// A connection is never recovered behind its owner's back: whoever holds one sees it break, and opens another,
/// because only the owner knows what was in flight on it.
public final class Broker {
    /// The purpose of the connection on which events are heard.
    public static final String REACTIONS = "reactions";

    /// The purpose of the connection on which facts are said.
    public static final String RELAY = "relay";

    /// The purpose of the connections on which people go through what is parked. They are opened on demand,
    /// so one that cannot be opened is no matter of health.
    public static final String PARKING = "parking";

    private final ConnectionFactory factory;
    private final List<Address> addresses;
    private final String service;
    private final Map<String, String> troubles = new ConcurrentHashMap<>();
    private final Map<String, Connection> opened = new ConcurrentHashMap<>();

    /// A broker at these addresses, spoken to as the factory says.
    public Broker(ConnectionFactory factory, List<Address> addresses, String service) {
        this.factory = factory;
        this.addresses = List.copyOf(addresses);
        this.service = service;
        troubles.put(REACTIONS, "not connected yet");
        troubles.put(RELAY, "not connected yet");
    }

    /// Opens a connection, named `payment-service relay (pid 4711)` in the management UI.
    ///
    /// @param purpose what it is for, in a word
    /// @throws IOException      when the broker is away, or refuses the log-in
    /// @throws TimeoutException when it does not answer
    public Connection open(String purpose) throws IOException, TimeoutException {
        try {
            Connection connection = factory.newConnection(
                    addresses,
                    service + "-service " + purpose + " (pid "
                            + ProcessHandle.current().pid() + ")");
            troubles.remove(purpose);
            opened.put(purpose, connection);
            return connection;
        } catch (IOException | TimeoutException away) {
            lost(purpose, away);
            throw away;
        }
    }

    /// A connection of reactions or relay that is open, for a look at the broker that is worth none of its own; empty
    /// while neither is. Whoever asks opens a channel on it, closes that again, and leaves the rest alone.
    public Optional<Connection> anyOpen() {
        return Stream.of(REACTIONS, RELAY)
                .map(opened::get)
                .filter(connection -> connection != null && connection.isOpen())
                .findFirst();
    }

    /// Takes note that the connection for a purpose is gone, and why; until it is open again, health says so.
    public void lost(String purpose, Throwable why) {
        if (!purpose.equals(PARKING)) {
            troubles.put(purpose, reason(why));
        }
    }

    /// What is wrong now, by purpose; empty when all is well.
    public Map<String, String> troubles() {
        return new TreeMap<>(troubles);
    }

    /// The user that this service is on the broker.
    public String user() {
        return factory.getUsername();
    }

    /// What went wrong in one line: the message of the first cause that has one.
    public static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && !message.isBlank()) {
                return message.lines().findFirst().orElse(message);
            }
        }
        return failure.getClass().getSimpleName();
    }
}
