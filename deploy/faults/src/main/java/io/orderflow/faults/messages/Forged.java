package io.orderflow.faults.messages;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.running.Amqp;
import io.orderflow.faults.running.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Every service tries to say what is another's to say, to speak in another's name, and to read what is
/// another's.
public final class Forged implements Fault {
    private static final long PATIENCE_MILLIS = Duration.ofSeconds(10).toMillis();
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final Map<Service, String> OWN = Map.of(
            Service.ORDER, "v1.order.created",
            Service.PAYMENT, "v1.payment.processed",
            Service.INVENTORY, "v1.inventory.updated",
            Service.SHIPPING, "v1.order.shipped",
            Service.NOTIFICATION, "v1.notification.sent",
            Service.ANALYTICS, "v1.audit.discrepancy-found");

    @Override
    public String name() {
        return "forged";
    }

    @Override
    public String expected() {
        return "the broker refuses it";
    }

    /// What somebody tries on a channel.
    private interface Attempt {
        void on(Channel channel) throws IOException;
    }

    @Override
    public Blow strike(World world) throws Exception {
        int refused = 0;
        var broken = new ArrayList<String>();
        for (Service service : Service.values()) {
            Service other = Service.values()[(service.ordinal() + 1) % Service.values().length];
            Map<String, Attempt> attempts = Map.of(
                    "say " + OWN.get(other), channel -> say(channel, service, OWN.get(other)),
                    "speak as " + other.id(), channel -> say(channel, other, OWN.get(service)),
                    "read " + other.events(), channel -> channel.basicGet(other.events(), false),
                    "write to " + other.events(), channel -> channel.basicPublish("", other.events(), null, BODY));
            for (Map.Entry<String, Attempt> attempt : attempts.entrySet()) {
                if (isRefused(world, service, attempt.getValue())) {
                    refused++;
                } else {
                    broken.add(service.id() + " could " + attempt.getKey());
                }
            }
        }
        world.whole();
        return new Blow.Landed(refused, "forgeries refused by the broker", broken);
    }

    private static void say(Channel channel, Service as, @Nullable String type) throws IOException {
        var properties =
                new AMQP.BasicProperties.Builder().userId(as.id()).type(type).build();
        channel.basicPublish(Ear.EVENTS, String.valueOf(type), properties, BODY);
    }

    private static boolean isRefused(World world, Service service, Attempt attempt)
            throws IOException, TimeoutException, InterruptedException {
        try (Connection connection = Amqp.as(service, world.system())) {
            Channel channel = Ear.channel(connection);
            channel.confirmSelect();
            try {
                attempt.on(channel);
                channel.waitForConfirmsOrDie(PATIENCE_MILLIS);
                return false;
            } catch (IOException | ShutdownSignalException refused) {
                return true;
            }
        }
    }
}
