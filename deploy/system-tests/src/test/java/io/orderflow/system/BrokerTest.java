package io.orderflow.system;

import static io.orderflow.system.Shop.eventually;
import static io.orderflow.system.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.system.Shop.Line;
import io.orderflow.system.Shop.Placed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(Orderflow.Running.class)
class BrokerTest {
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
            for (String service : Choreography.SERVICES) {
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
        for (String forbidden :
                List.of("/exchanges/orderflow/orderflow.events/publish", "/queues/orderflow/payment.events/get")) {
            Map<String, Object> asked = forbidden.endsWith("get")
                    ? Map.of("count", 1, "ackmode", "ack_requeue_true", "encoding", "auto")
                    : Map.of(
                            "properties", Map.of(),
                            "routing_key", "v1.order.created",
                            "payload", "{}",
                            "payload_encoding", "string");
            assertThat(asViewer("POST", forbidden, asked).status())
                    .as(forbidden)
                    .isNotEqualTo(200);
        }
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
}
