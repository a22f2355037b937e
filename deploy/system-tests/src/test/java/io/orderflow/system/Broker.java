package io.orderflow.system;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The broker, as each of its users reaches it over AMQP.
final class Broker {
    /// What is answered to whoever does what is allowed.
    static final int FINE = 200;

    /// `ACCESS_REFUSED` of AMQP 0-9-1.
    static final int REFUSED = AMQP.ACCESS_REFUSED;

    static final String VHOST = "orderflow";
    static final String EVENTS = "orderflow.events";

    private final Shop shop;

    Broker(Shop shop) {
        this.shop = shop;
    }

    /// Something to try on a channel.
    interface Attempt {
        void on(Channel channel) throws Exception;
    }

    /// As a service's user, as `admin` or as `viewer`.
    Connection as(String user) throws Exception {
        boolean person = user.equals("admin") || user.equals("viewer");
        return connect(
                user, shop.value(user.toUpperCase(Locale.ROOT) + (person ? "" : "_BROKER") + "_PASSWORD"), VHOST);
    }

    Connection connect(String user, String password, String vhost) throws Exception {
        var factory = new ConnectionFactory();
        URI admin = URI.create(shop.value("AMQP_ADMIN_URL"));
        factory.setHost(admin.getHost());
        factory.setPort(admin.getPort());
        factory.setVirtualHost(vhost);
        factory.setUsername(user);
        factory.setPassword(password);
        factory.setAutomaticRecoveryEnabled(false);
        return factory.newConnection("test as " + user);
    }

    /// The code that the broker closed a fresh channel with because of this; [#FINE] if it did as it was asked.
    static int answer(Connection connection, Attempt attempt) throws Exception {
        Channel channel = connection.openChannel().orElseThrow();
        try {
            attempt.on(channel);
            channel.close();
            return FINE;
        } catch (Exception failed) {
            for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof ShutdownSignalException closed
                        && closed.getReason() instanceof AMQP.Channel.Close close) {
                    return close.getReplyCode();
                }
            }
            throw failed;
        }
    }

    /// Publishes in a transaction that is rolled back: the broker looks at the rights, and nobody hears of it.
    static Attempt saying(String exchange, String key, @Nullable String userId) {
        return channel -> {
            channel.txSelect();
            channel.basicPublish(
                    exchange,
                    key,
                    new AMQP.BasicProperties.Builder().userId(userId).build(),
                    "{}".getBytes(StandardCharsets.UTF_8));
            channel.txRollback();
        };
    }
}
