package io.orderflow.faults.messages;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.GetResponse;
import io.orderflow.faults.World;
import io.orderflow.faults.running.Amqp;
import io.orderflow.faults.running.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/// Takes the readers' queues off the exchange and hears in their stead, so that events reach them in the
/// order in which they are handed on here. A service binds its queue again whenever it declares it; then it
/// gets an event twice.
final class Detour implements AutoCloseable {
    private static final String QUEUE = "faults.detour";

    private final Connection connection;
    private final Channel channel;
    private final Post post;
    private final List<String[]> bindings = new ArrayList<>();

    private Detour(Connection connection, Channel channel, Post post) {
        this.connection = connection;
        this.channel = channel;
        this.post = post;
    }

    /// Begins: the queue of the detour is bound before the others are taken off, so nothing slips through.
    ///
    /// @param types the events that take the detour
    static Detour open(World world, List<String> types) throws IOException, TimeoutException, InterruptedException {
        Connection connection = Amqp.admin(world.system());
        var detour = new Detour(connection, Ear.channel(connection), Post.open(world.system()));
        detour.channel.queueDeclare(QUEUE, true, false, false, Map.of());
        for (String type : types) {
            detour.channel.queueBind(QUEUE, Ear.EVENTS, type);
            for (Service service : Service.values()) {
                if (detour.post.readers(type).contains(service.events())) {
                    detour.channel.queueUnbind(service.events(), Ear.EVENTS, type);
                    detour.bindings.add(new String[] {service.events(), type});
                }
            }
        }
        return detour;
    }

    /// What has arrived by now. It stays in the queue until it was handed on.
    List<Delivery> arrived() throws IOException {
        var arrived = new ArrayList<Delivery>();
        GetResponse got = channel.basicGet(QUEUE, false);
        while (got != null) {
            arrived.add(new Delivery(got.getEnvelope(), got.getProps(), got.getBody()));
            got = channel.basicGet(QUEUE, false);
        }
        return arrived;
    }

    /// Hands events on, in this order.
    void handOn(List<Delivery> events) throws IOException, InterruptedException, TimeoutException {
        for (Delivery event : events) {
            post.deliver(event);
        }
        post.confirm();
        for (Delivery event : events) {
            channel.basicAck(event.getEnvelope().getDeliveryTag(), false);
        }
    }

    /// Puts the queues back on the exchange, hands on what is left, and is gone.
    @Override
    public void close() throws IOException, InterruptedException, TimeoutException {
        try (connection;
                post) {
            for (String[] binding : bindings) {
                channel.queueBind(binding[0], Ear.EVENTS, binding[1]);
            }
            for (String[] binding : bindings) {
                channel.queueUnbind(QUEUE, Ear.EVENTS, binding[1]);
            }
            handOn(arrived());
            channel.queueDelete(QUEUE);
        }
    }

    static String type(Delivery event) {
        AMQP.BasicProperties properties = event.getProperties();
        return properties.getType() == null ? "" : properties.getType();
    }
}
