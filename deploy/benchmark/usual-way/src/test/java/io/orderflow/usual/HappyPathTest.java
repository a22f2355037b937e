package io.orderflow.usual;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messaging.test.Eventually;
import io.orderflow.messaging.test.TestBroker;
import io.orderflow.messaging.test.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/// All six in one virtual machine, on a real broker and a database each.
class HappyPathTest {
    private static final List<String> SERVICES =
            List.of("order", "payment", "inventory", "shipping", "notification", "analytics");

    private final Map<String, ConfigurableApplicationContext> contexts = new LinkedHashMap<>();
    private final Map<String, TestDatabase> databases = new LinkedHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        TestBroker broker = TestBroker.shared();
        String vhost = broker.newVirtualHost();
        for (String service : SERVICES) {
            TestDatabase database = TestDatabase.newDatabase();
            databases.put(service, database);
            contexts.put(
                    service,
                    UsualWay.start(
                            service,
                            "--server.port=0",
                            "--spring.datasource.url=" + database.jdbcUrl(),
                            "--spring.datasource.username=" + database.username(),
                            "--spring.datasource.password=" + database.password(),
                            "--spring.rabbitmq.addresses=" + broker.uri(vhost)));
        }
    }

    @AfterEach
    void end() {
        contexts.values().forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void an_order_is_paid_deducted_shipped_and_delivered_and_everyone_is_told() throws Exception {
        for (String sku : List.of("CUP", "POT")) {
            assertThat(send("inventory", "PUT", "/products/" + sku, """
                            {"name":"%s","price":{"currency":"EUR","amount":"12.90"},"onHand":10}""".formatted(sku)))
                    .isEqualTo(201);
        }
        Eventually.eventually(
                () -> assertThat(rows("order", "select sku from product")).hasSize(2));

        assertThat(send("order", "POST", "/orders", order("CUP", "POT"))).isEqualTo(202);

        Eventually.eventually(() -> assertThat(rows("order", "select status || ' ' || total from orders"))
                .containsExactly("DELIVERED 38.70"));
        assertThat(rows("payment", "select status from payment")).containsExactly("CAPTURED");
        assertThat(rows("inventory", "select on_hand from stock_item order by sku"))
                .containsExactly("9", "8");
        assertThat(rows("shipping", "select status from shipment")).containsExactly("DELIVERED");
        Eventually.eventually(() -> assertThat(rows("notification", "select template from notification"))
                .containsExactlyInAnyOrder(
                        "v1.order.created", "v1.payment.processed", "v1.order.shipped", "v1.order.delivered"));
        Eventually.eventually(() -> assertThat(rows("analytics", "select type from event_log where subject <> ''"))
                .hasSize(9));
    }

    @Test
    void what_is_wrong_is_refused() throws Exception {
        assertThat(send("order", "POST", "/orders", order("UNKNOWN", "POT"))).isEqualTo(422);
        assertThat(send("order", "POST", "/orders", "{}")).isEqualTo(400);
    }

    private static String order(String one, String two) {
        return """
                {"customer":{"name":"Ada Lovelace","email":"ada@example.org"},
                "shipTo":{"name":"Ada Lovelace","street":"12 Square","city":"London","postalCode":"SW1Y","country":"GB"},
                "payment":{"token":"tok_approved"},
                "lines":[{"sku":"%s","quantity":1},{"sku":"%s","quantity":2}]}""".formatted(one, two);
    }

    private int send(String service, String method, String path, String body) throws Exception {
        String port =
                Objects.requireNonNull(contexts.get(service)).getEnvironment().getProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private List<String> rows(String service, String sql) throws Exception {
        var rows = new ArrayList<String>();
        try (var connection = Objects.requireNonNull(databases.get(service)).connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
