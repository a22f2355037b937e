package io.orderflow.messaging.test;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Hears everything that is published to an exchange by a key, on a queue of its own. The queue is durable,
/// so that it hears also what is said while the broker comes back from a crash.
final class Ear {
    private final Channel channel;
    private final Predicate<Letter> ofInterest;
    private final List<Letter> heard = new ArrayList<>();

    private Ear(Channel channel, Predicate<Letter> ofInterest) {
        this.channel = channel;
        this.ofInterest = ofInterest;
    }

    static Ear onExchange(Connection connection, String exchange, String kind, String key, Predicate<Letter> ofInterest)
            throws IOException {
        Channel channel = Objects.requireNonNull(connection.createChannel(), "no channel");
        String queue = "test.hears." + exchange + "." + kind;
        channel.exchangeDeclare(exchange, kind, true);
        channel.queueDeclare(queue, true, false, false, null);
        channel.queueBind(queue, exchange, key);
        var ear = new Ear(channel, ofInterest);
        channel.basicConsume(queue, false, (_, delivery) -> ear.hear(delivery), _ -> {});
        return ear;
    }

    private void hear(Delivery delivery) throws IOException {
        var letter = new Letter(delivery.getEnvelope().getRoutingKey(), delivery.getProperties(), delivery.getBody());
        synchronized (heard) {
            boolean known = delivery.getEnvelope().isRedeliver() && has(letter.id());
            if (!known && ofInterest.test(letter)) {
                heard.add(letter);
            }
        }
        channel.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
    }

    private boolean has(@Nullable String id) {
        return id != null && heard.stream().anyMatch(letter -> id.equals(letter.id()));
    }

    List<Letter> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    void forget() {
        synchronized (heard) {
            heard.clear();
        }
    }
}
