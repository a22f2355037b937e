package io.orderflow.analytics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orderflow.events.Fact;
import io.orderflow.events.Money;
import io.orderflow.events.ProductListed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Plays the services that own figures: each under a path of its own, with the answer that it was told to give.
final class StubOwners implements AutoCloseable {
    static final List<String> NAMES = List.of("order", "payment", "inventory", "shipping", "notification");

    /// What the stock began with.
    static final Fact LISTED = new ProductListed(
            "MUG-BLUE",
            Instant.parse("2026-03-01T11:00:00Z"),
            1,
            "Blue mug",
            new Money("EUR", new BigDecimal("12.90")),
            10);

    private static final Map<String, String> AGREEING = Map.of(
            "/order/orders/summary", """
            {"byStatus": {"PENDING": 0, "DELIVERED": 1, "CANCELLED": 1}, "extra": {"more": "than is known"},
             "totals": [{"status": "DELIVERED", "orders": 1, "total": {"currency": "EUR", "amount": "25.80"}},
                        {"status": "CANCELLED", "orders": 1, "total": {"currency": "EUR", "amount": "25.8"}}]}""",
            "/payment/payments/summary", """
            {"states": {"CHARGING": 7, "CAPTURED": 1, "REFUNDED": 1},
             "sums": [{"currency": "EUR", "captured": "51.60", "refunded": "25.80"}]}""",
            "/payment/simulator/ledger/summary", """
            {"ordersChargedMoreThanOnce": [], "ordersRefundedMoreThanOnce": [],
             "sums": [{"currency": "EUR", "captured": "51.60", "refunded": "25.80"}]}""",
            "/inventory/inventory/summary", """
            {"orders": {"WAITING": 3, "DEDUCTED": 1, "RELEASED": 1},
             "products": [{"sku": "MUG-BLUE", "listed": 10, "replenished": 0, "onHand": 8, "held": 2}]}""",
            "/shipping/shipments/summary", """
            {"states": {"AWAITING": 4, "DELIVERED": 1, "CANCELLED": 1}, "ordersBookedMoreThanOnce": []}""",
            "/notification/notifications/summary", """
            {"templates": {"v1.order.delivered": {"sent": 1, "failed": 0}}}""");

    private final HttpServer server;
    private final Map<String, Supplier<@Nullable String>> answers = new ConcurrentHashMap<>();
    private final Map<String, List<String>> queries = new ConcurrentHashMap<>();

    private StubOwners(HttpServer server) {
        this.server = server;
        allAgree();
    }

    static StubOwners start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var stub = new StubOwners(server);
            server.createContext("/", stub::handle);
            server.start();
            return stub;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String base(String owner) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + owner;
    }

    void allAgree() {
        AGREEING.forEach((path, answer) -> answers.put(path, () -> answer));
    }

    /// Answers with this for good; with 503 for null.
    void answer(String owner, @Nullable String answer) {
        answers.put(path(owner), () -> answer);
    }

    /// Answers once with this, and then as if all agreed.
    void answerOnce(String owner, String answer) {
        var asked = new AtomicInteger();
        String then = AGREEING.getOrDefault(path(owner), "");
        answers.put(path(owner), () -> asked.getAndIncrement() == 0 ? answer : then);
    }

    /// Answers with another number each time, from this one up.
    void counting(String owner, String answer, int from) {
        var next = new AtomicInteger(from);
        answers.put(path(owner), () -> answer.formatted(next.getAndIncrement()));
    }

    /// With which queries an owner was asked.
    List<String> asked(String owner) {
        return queries.getOrDefault(path(owner), List.of());
    }

    private static String path(String owner) {
        return AGREEING.keySet().stream()
                .filter(path -> path.startsWith("/" + owner + "/") && !path.contains("simulator")
                        || owner.equals("ledger") && path.contains("simulator"))
                .findFirst()
                .orElseThrow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        queries.computeIfAbsent(path, _ -> new CopyOnWriteArrayList<>())
                .add(String.valueOf(exchange.getRequestURI().getQuery()));
        String login = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        @Nullable String answer = answers.getOrDefault(path, () -> null).get();
        byte[] body = answer == null ? new byte[0] : answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        int status = login.startsWith("Basic ") ? answer == null ? 503 : 200 : 401;
        exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
        if (status == 200) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
