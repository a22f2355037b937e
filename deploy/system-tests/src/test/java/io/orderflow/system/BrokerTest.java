package io.orderflow.system;

import static io.orderflow.system.Shop.eventually;
import static io.orderflow.system.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.orderflow.system.Shop.Line;
import io.orderflow.system.Shop.Placed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(Orderflow.Running.class)
class BrokerTest {
    private static final List<String> SERVICES =
            List.of("order", "payment", "inventory", "shipping", "notification", "analytics");

    private Shop shop;

    @BeforeEach
    void enter(Orderflow orderflow) {
        shop = orderflow.shop();
    }

    @Test
    void people_see_readable_connections_consumers_and_one_set_of_queues_for_each_service() {
        eventually(() -> {
            String connections = management("/connections").toString();
            String consumers = management("/consumers/orderflow").toString();
            String queues = management("/queues/orderflow").toString();
            for (String service : SERVICES) {
                assertThat(connections).contains(service + "-service reactions (pid ");
                assertThat(consumers).contains(service + "-service reactions pid ");
                for (String queue : List.of("events", "parking", "retry.5s", "retry.60s", "retry.600s")) {
                    assertThat(queues).contains("\"name\":\"" + service + "." + queue + "\"");
                }
            }
        });
    }

    @Test
    void the_viewer_reads_the_latest_events_with_their_envelopes_and_may_not_publish() {
        Placed placed = shop.place("tok_approved", Shop.PLEASANT_STREET, new Line(shop.listProduct("1.00", 1), 1));
        shop.awaitShipped(placed);

        eventually(() -> {
            JsonNode seen = asViewer(
                            "POST",
                            "/queues/orderflow/orderflow.watch/get",
                            Map.of("count", 1000, "ackmode", "ack_requeue_true", "encoding", "auto"))
                    .body();
            JsonNode created = seen.valueStream()
                    .filter(message ->
                            text(message.path("properties"), "correlation_id").equals(placed.orderId())
                                    && text(message.path("properties"), "type").equals("v1.payment.processed"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("not there yet"));
            JsonNode properties = created.path("properties");
            assertThat(text(properties, "content_type")).isEqualTo("application/json");
            assertThat(text(properties, "app_id")).isEqualTo("payment");
            assertThat(text(properties, "user_id")).isEqualTo("payment");
            assertThat(UUID.fromString(text(properties, "message_id")).version())
                    .isEqualTo(7);
            assertThat(properties.path("timestamp").asLong()).isPositive();
            assertThat(properties.path("delivery_mode").asInt()).isEqualTo(2);
            assertThat(text(properties.path("headers"), "causation-id")).isNotBlank();
            assertThat(text(created, "payload")).startsWith("{\"orderId\":\"" + placed.orderId() + "\"");
        });
        Http.Answer published = asViewer(
                "POST",
                "/exchanges/orderflow/orderflow.events/publish",
                Map.of(
                        "properties", Map.of(),
                        "routing_key", "v1.order.created",
                        "payload", "{}",
                        "payload_encoding", "string"));
        assertThat(published.status()).isNotEqualTo(200);
        assertThat(asViewer(
                                "POST",
                                "/queues/orderflow/payment.events/get",
                                Map.of("count", 1, "ackmode", "ack_requeue_true", "encoding", "auto"))
                        .status())
                .isNotEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "payment, v1.order.created", "order, v1.payment.processed", "inventory, v1.order.shipped",
        "shipping, v1.inventory.updated", "notification, v1.payment.refunded", "analytics, v1.order.failed"
    })
    void no_service_may_say_what_another_says(String service, String key) throws Exception {
        try (Connection connection = connect(service)) {
            assertThatThrownBy(() -> publish(connection, key, service)).hasStackTraceContaining("ACCESS_REFUSED");
        }
    }

    @Test
    void no_service_may_pretend_to_be_another() throws Exception {
        try (Connection connection = connect("payment")) {
            assertThatThrownBy(() -> publish(connection, "v1.payment.failed", "order"))
                    .hasStackTraceContaining("PRECONDITION_FAILED");
        }
    }

    @Test
    void no_service_may_read_or_change_what_is_anothers() throws Exception {
        try (Connection connection = connect("payment")) {
            assertThatThrownBy(() -> channel(connection).basicGet("order.events", false))
                    .hasStackTraceContaining("ACCESS_REFUSED");
            assertThatThrownBy(() -> channel(connection).queueDelete("order.events"))
                    .hasStackTraceContaining("ACCESS_REFUSED");
            assertThatThrownBy(() -> channel(connection).queueDeclare("mine", true, false, false, Map.of()))
                    .hasStackTraceContaining("ACCESS_REFUSED");
        }
        try (Connection connection = connect("shipping")) {
            assertThatThrownBy(() ->
                            channel(connection).queueBind("shipping.events", "orderflow.events", "v1.payment.refunded"))
                    .as("a key that shipping has no reaction to")
                    .hasStackTraceContaining("ACCESS_REFUSED");
        }
    }

    @Test
    void there_is_no_guest() {
        assertThatThrownBy(() -> connect("guest", "guest").close()).hasStackTraceContaining("ACCESS_REFUSED");
    }

    private JsonNode management(String path) {
        Http.Answer answer = asViewer("GET", path, null);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private Http.Answer asViewer(String method, String path, @Nullable Object body) {
        return shop.http()
                .send(
                        method,
                        shop.value("MANAGEMENT_URL") + "/api" + path,
                        body,
                        "Authorization",
                        Http.basic("viewer", shop.value("VIEWER_PASSWORD")));
    }

    private Connection connect(String service) throws Exception {
        return connect(service, shop.value(service.toUpperCase(Locale.ROOT) + "_BROKER_PASSWORD"));
    }

    private Connection connect(String user, String password) throws Exception {
        var factory = new ConnectionFactory();
        URI admin = URI.create(shop.value("AMQP_ADMIN_URL"));
        factory.setHost(admin.getHost());
        factory.setPort(admin.getPort());
        factory.setVirtualHost("orderflow");
        factory.setUsername(user);
        factory.setPassword(password);
        factory.setAutomaticRecoveryEnabled(false);
        return factory.newConnection("test as " + user);
    }

    private static Channel channel(Connection connection) throws Exception {
        return connection.openChannel().orElseThrow();
    }

    private static void publish(Connection connection, String key, String user) throws Exception {
        var refused = new ArrayList<Throwable>();
        Channel channel = channel(connection);
        channel.confirmSelect();
        channel.addShutdownListener(refused::add);
        channel.basicPublish(
                "orderflow.events",
                key,
                true,
                new AMQP.BasicProperties.Builder().userId(user).build(),
                "{}".getBytes(StandardCharsets.UTF_8));
        channel.waitForConfirmsOrDie(10_000);
        assertThat(refused).isEmpty();
    }
}
