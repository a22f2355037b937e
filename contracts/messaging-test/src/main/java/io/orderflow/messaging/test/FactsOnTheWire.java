package io.orderflow.messaging.test;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.orderflow.events.Fact;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.broker.Topology;
import io.orderflow.messaging.wire.FactJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/// The other services, as the one under test knows them: facts arrive from them, and what it says reaches them.
public final class FactsOnTheWire implements AutoCloseable {
    private final Connection connection;
    private final Mouth mouth;
    private final Ear said;
    private final Ear parked;
    private final FactJson json;
    private final Map<String, Letter> arrived = new ConcurrentHashMap<>();

    private FactsOnTheWire(Connection connection, String service, FactJson json) throws IOException {
        this.connection = connection;
        this.json = json;
        this.mouth = new Mouth(connection, service);
        this.said =
                Ear.onExchange(connection, Topology.EXCHANGE, "topic", "v1.#", message -> isSaidBy(service, message));
        this.parked = Ear.onExchange(connection, service, "direct", Topology.PARKING, _ -> true);
    }

    static FactsOnTheWire of(TestBroker broker, String virtualHost, String service, FactJson json) {
        ConnectionFactory factory = broker.factory(virtualHost);
        factory.setAutomaticRecoveryEnabled(true);
        try {
            return new FactsOnTheWire(factory.newConnection("facts on the wire"), service, json);
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (TimeoutException silent) {
            throw new IllegalStateException("the broker does not answer", silent);
        }
    }

    private boolean isSaidBy(String service, Letter message) {
        String id = message.id();
        return service.equals(message.properties().getAppId()) && (id == null || !arrived.containsKey(id));
    }

    /// Publishes facts as the services that own them would, each under a new event id, and waits until the
    /// broker has them. The first time it waits until the service reads its queue.
    ///
    /// @return the event ids, in the order of the facts
    public List<UUID> arrive(Fact... facts) {
        var ids = new ArrayList<UUID>();
        var letters = new ArrayList<Letter>();
        for (Fact fact : facts) {
            UUID id = Ids.next();
            Letter letter = Letter.of(id, fact, json);
            arrived.put(id.toString(), letter);
            ids.add(id);
            letters.add(letter);
        }
        mouth.say(letters);
        return ids;
    }

    /// Publishes the very same messages again, as a relay does that crashed between publishing and marking.
    ///
    /// @throws IllegalArgumentException for an id that [#arrive] did not return
    public void arriveAgain(UUID... ids) {
        mouth.say(Arrays.stream(ids).map(this::letter).toList());
    }

    private Letter letter(UUID id) {
        Letter letter = arrived.get(id.toString());
        if (letter == null) {
            throw new IllegalArgumentException("nothing arrived with the id " + id);
        }
        return letter;
    }

    /// Publishes a message whose body is whatever you like, otherwise in good order: with an id, a type and a
    /// source.
    ///
    /// @param type    the routing key, and the property `type`
    /// @param headers put beside `attempt`
    /// @return the event id
    public UUID arriveRaw(String type, byte[] body, Map<String, Object> headers) {
        UUID id = Ids.next();
        arriveRaw(type, Letter.raw(id, type, body, headers).properties(), body);
        return id;
    }

    /// Publishes a message whose body is whatever you like; see [#arriveRaw(String, byte[], Map)].
    public UUID arriveRaw(String type, byte[] body) {
        return arriveRaw(type, body, Map.of());
    }

    /// Publishes exactly this message.
    public void arriveRaw(String routingKey, AMQP.BasicProperties properties, byte[] body) {
        mouth.say(List.of(new Letter(routingKey, properties, body)));
    }

    /// What the service under test said since the test began, in the order in which the broker got it.
    ///
    /// @throws io.orderflow.messaging.wire.Undecodable if it said something that nobody can read
    public List<Heard<Fact>> said() {
        return said.heard().stream().map(letter -> letter.read(json)).toList();
    }

    /// What the service said of one event type, or family, about one order or product.
    ///
    /// @param subject the order's id or the product's SKU
    public <F extends Fact> List<Heard<F>> said(Class<F> type, Object subject) {
        return said().stream()
                .filter(heard ->
                        type.isInstance(heard.fact()) && heard.fact().subject().equals(subject.toString()))
                .map(heard -> new Heard<>(type.cast(heard.fact()), heard.envelope()))
                .toList();
    }

    /// What the service parked since the test began. Looking takes nothing out of parking.
    public List<Letter> parked() {
        return parked.heard();
    }

    /// How the fact's message looks that a service would publish; for tests that change something of it.
    public Letter letterOf(Fact fact) {
        return Letter.of(Ids.next(), fact, json);
    }

    void listenAnew() {
        said.forget();
        parked.forget();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
