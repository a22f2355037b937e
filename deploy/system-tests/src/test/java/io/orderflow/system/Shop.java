package io.orderflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What customers and the operator do, over HTTP.
final class Shop {
    static final String PLEASANT_STREET = "12 St James's Square";
    static final String REFUSED_STREET = "1 Nowhere Lane";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Map<String, String> environment;
    private final Http http = new Http();
    private final String operator;

    Shop(Map<String, String> environment) {
        this.environment = environment;
        this.operator = Http.basic("operator", value("OPERATOR_PASSWORD"));
    }

    /// An order that was accepted.
    record Placed(String orderId, String accessToken, String total) {}

    /// A line of an order.
    record Line(String sku, int quantity) {}

    String value(String key) {
        String value = environment.get(key);
        assertThat(value).as("deploy/status --env says %s", key).isNotNull();
        return value == null ? "" : value;
    }

    /// A new product with so many pieces in stock, once the order service has heard of it.
    String listProduct(String price, int onHand) {
        String sku = "TEST-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Http.Answer listed = asOperator(
                "PUT",
                value("INVENTORY_URL") + "/products/" + sku,
                Map.of("name", "Test " + sku, "price", Map.of("currency", "EUR", "amount", price), "onHand", onHand));
        assertThat(listed.status()).as("%s", listed.body()).isEqualTo(201);
        eventually(() -> assertThat(
                        http.get(value("ORDER_URL") + "/products").body().toString())
                .contains(sku));
        return sku;
    }

    Placed place(String card, String street, Line... lines) {
        return place(UUID.randomUUID().toString(), card, street, lines);
    }

    Placed place(String idempotencyKey, String card, String street, Line... lines) {
        Http.Answer answer = post(idempotencyKey, card, street, lines);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
        JsonNode body = answer.body();
        assertThat(answer.headers().get("location")).containsExactly("/orders/" + text(body, "orderId"));
        return new Placed(
                text(body, "orderId"),
                text(body, "accessToken"),
                body.path("total").path("amount").asString());
    }

    Http.Answer post(String idempotencyKey, String card, String street, Line... lines) {
        var ordered = new ArrayList<Map<String, Object>>();
        for (Line line : lines) {
            ordered.add(Map.of("sku", line.sku(), "quantity", line.quantity()));
        }
        return http.send(
                "POST",
                value("ORDER_URL") + "/orders",
                Map.of(
                        "customer", Map.of("name", "Ada Lovelace", "email", "ada@example.org"),
                        "shipTo",
                                Map.of(
                                        "name", "Ada Lovelace",
                                        "street", street,
                                        "city", "London",
                                        "postalCode", "SW1Y 4JH",
                                        "country", "GB"),
                        "payment", Map.of("token", card),
                        "lines", ordered),
                "Idempotency-Key",
                idempotencyKey);
    }

    /// The order as its customer sees it.
    JsonNode order(Placed placed) {
        Http.Answer answer =
                http.get(value("ORDER_URL") + "/orders/" + placed.orderId(), "Order-Token", placed.accessToken());
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    /// Waits until the order has this status, and returns it.
    JsonNode awaitStatus(Placed placed, String status) {
        eventually(
                () -> assertThat(text(order(placed), "status")).as("%s", placed).isEqualTo(status));
        return order(placed);
    }

    List<String> timeline(JsonNode order) {
        var types = new ArrayList<String>();
        order.path("timeline").forEach(entry -> types.add(text(entry, "type")));
        return types;
    }

    int onHand(String sku) {
        return http.get(value("INVENTORY_URL") + "/products/" + sku)
                .body()
                .path("onHand")
                .asInt(-1);
    }

    /// What the payment provider's own books say of an order.
    JsonNode ledger(Placed placed) {
        return read(value("PAYMENT_URL") + "/simulator/ledger?orderId=" + placed.orderId());
    }

    /// Reads as the operator.
    JsonNode read(String url) {
        Http.Answer answer = asOperator("GET", url, null);
        assertThat(answer.status()).as("%s: %s", url, answer.body()).isEqualTo(200);
        return answer.body();
    }

    Http.Answer asOperator(String method, String url, @Nullable Object body) {
        return http.send(method, url, body, "Authorization", operator);
    }

    Http http() {
        return http;
    }

    static String text(JsonNode node, String member) {
        return node.path(member).asString();
    }

    static void eventually(Runnable claim) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(UncheckedIOException.class) // nobody answers yet
                .untilAsserted(claim::run);
    }
}
