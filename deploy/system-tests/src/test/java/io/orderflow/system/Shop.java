package io.orderflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What customers and the operator do, over HTTP.
final class Shop {
    static final String PLEASANT_STREET = "12 St James's Square";
    static final String REFUSED_STREET = "1 Nowhere Lane";

    /// The statuses of an order that has left the house.
    static final List<String> SHIPPED = List.of("SHIPPED", "DELIVERED");

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

    /// What a customer asks for.
    ///
    /// @param shipWithin the order's own deadline, ISO 8601; null for the usual one
    record Wish(
            String card,
            String street,
            String city,
            @Nullable String shipWithin,
            List<Line> lines) {
        static Wish of(Line... lines) {
            return new Wish("tok_approved", PLEASANT_STREET, "London", null, List.of(lines));
        }

        Wish paidWith(String token) {
            return new Wish(token, street, city, shipWithin, lines);
        }

        Wish sentTo(String otherCity) {
            return new Wish(card, street, otherCity, shipWithin, lines);
        }

        Wish within(String deadline) {
            return new Wish(card, street, city, deadline, lines);
        }
    }

    Placed place(String card, String street, Line... lines) {
        return place(new Wish(card, street, "London", null, List.of(lines)));
    }

    Placed place(Wish wish) {
        String key = UUID.randomUUID().toString();
        Http.Answer answer = untilItHasTime(() -> post(key, wish));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
        JsonNode body = answer.body();
        assertThat(answer.headers().get("location")).containsExactly("/orders/" + text(body, "orderId"));
        return new Placed(
                text(body, "orderId"),
                text(body, "accessToken"),
                body.path("total").path("amount").asString());
    }

    Http.Answer post(String idempotencyKey, Wish wish) {
        var request = new HashMap<String, Object>();
        request.put("customer", Map.of("name", "Ada Lovelace", "email", "ada@example.org"));
        request.put(
                "shipTo",
                Map.of(
                        "name", "Ada Lovelace",
                        "street", wish.street(),
                        "city", wish.city(),
                        "postalCode", "SW1Y 4JH",
                        "country", "GB"));
        request.put("payment", Map.of("token", wish.card()));
        request.put(
                "lines",
                wish.lines().stream()
                        .map(line -> Map.of("sku", line.sku(), "quantity", line.quantity()))
                        .toList());
        if (wish.shipWithin() != null) {
            request.put("shipWithin", wish.shipWithin());
        }
        return http.send("POST", value("ORDER_URL") + "/orders", request, "Idempotency-Key", idempotencyKey);
    }

    /// The customer wants the order cancelled.
    Http.Answer cancel(Placed placed) {
        String url = value("ORDER_URL") + "/orders/" + placed.orderId() + "/cancellation";
        return untilItHasTime(() -> http.send("POST", url, null, "Order-Token", placed.accessToken()));
    }

    /// A service that is busy says that nothing was changed, and to send the same request again.
    private static Http.Answer untilItHasTime(Supplier<Http.Answer> request) {
        Http.Answer answer = request.get();
        while (answer.status() == 503) {
            answer = request.get();
        }
        return answer;
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

    /// Waits until the order has left the house, and returns it.
    JsonNode awaitShipped(Placed placed) {
        eventually(
                () -> assertThat(text(order(placed), "status")).as("%s", placed).isIn(SHIPPED));
        return order(placed);
    }

    /// The movements of money in the provider's books: CAPTURE and REFUND, in their order.
    List<String> moved(Placed placed) {
        var kinds = new ArrayList<String>();
        ledger(placed).path("entries").forEach(entry -> kinds.add(text(entry, "kind")));
        return kinds.stream()
                .filter(kind -> kind.equals("CAPTURE") || kind.equals("REFUND"))
                .toList();
    }

    /// All that the customer was written about an order, as notification has it.
    String messages(Placed placed) {
        return read(value("NOTIFICATION_URL") + "/notifications?orderId=" + placed.orderId())
                .toString();
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

    /// Reads as those who see to the machinery.
    JsonNode readMachinery(String url) {
        String operations = Http.basic("operations", value("OPERATIONS_PASSWORD"));
        Http.Answer answer = http.send("GET", url, null, "Authorization", operations);
        assertThat(answer.status()).as("%s: %s", url, answer.body()).isEqualTo(200);
        return answer.body();
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
