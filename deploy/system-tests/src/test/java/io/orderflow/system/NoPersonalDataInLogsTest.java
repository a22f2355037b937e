package io.orderflow.system;

import static io.orderflow.system.Shop.eventually;
import static io.orderflow.system.Shop.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import io.orderflow.system.Shop.Placed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Orders of somebody unmistakable go every way that there is, and no log knows of them.
@ExtendWith(Orderflow.Running.class)
class NoPersonalDataInLogsTest {
    private static final String NAME = "Zzyxa Quuxbury";
    private static final String EMAIL = "zzyxa.quuxbury@xylograph.example";
    private static final String STREET = "77 Xylograph Crescent";
    private static final String CITY = "Quuxminster";
    private static final String POSTAL_CODE = "ZQ97 9XZ";
    private static final List<String> PERSONAL = List.of(
            "Zzyxa",
            "zzyxa",
            "Quuxbury",
            "quuxbury",
            "Xylograph",
            "xylograph",
            "Quuxminster",
            POSTAL_CODE,
            "tok_zzyxa");

    private final List<String> tokens = new ArrayList<>();
    private Shop shop;

    @BeforeEach
    void enter(Orderflow orderflow) {
        shop = orderflow.shop();
    }

    @Test
    void nobody_is_named_in_any_log(Orderflow orderflow) throws Exception {
        String sku = shop.listProduct("2.00", 100);
        for (String card : List.of("tok_approved", "tok_declined", "tok_timeout_after", "tok_zzyxa")) {
            Placed placed = placed(order(sku, card, STREET, EMAIL));
            shop.cancel(placed);
            eventually(() ->
                    assertThat(text(shop.order(placed), "status")).isIn("SHIPPED", "DELIVERED", "FAILED", "CANCELLED"));
        }
        Placed refused = placed(order(sku, "tok_approved", Shop.REFUSED_STREET, EMAIL));
        wrongRequests(sku, refused);
        wrongDeliveries();
        poison(sku);
        brokenConstraint();
        eventually(() -> assertThat(text(shop.order(refused), "status")).isIn("FAILED"));

        var words = new ArrayList<>(PERSONAL);
        words.addAll(tokens);
        words.addAll(secrets(orderflow.checkout().state()));
        List<Path> logs = logs(orderflow.checkout().state());
        assertThat(logs)
                .extracting(log -> log.getFileName().toString())
                .contains("order-1.log", "shipping-1.log", "notification-1.log", "rabbitmq.log", "postgres.log");
        for (Path log : logs) {
            for (String line :
                    new String(Files.readAllBytes(log), ISO_8859_1).lines().toList()) {
                for (String word : words) {
                    assertThat(line.contains(word)).as("%s: %s", log, line).isFalse();
                }
            }
        }
    }

    private static String order(String sku, String card, String street, String email) {
        return """
            {"customer":{"name":"%s","email":"%s"},"payment":{"token":"%s"},"lines":[{"sku":"%s","quantity":1}],
             "shipTo":{"name":"%s","street":"%s","city":"%s","postalCode":"%s","country":"GB"}}""".formatted(NAME, email, card, sku, NAME, street, CITY, POSTAL_CODE);
    }

    private Placed placed(String order) {
        Http.Answer answer = shop.http().send("POST", shop.value("ORDER_URL") + "/orders", order);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
        tokens.add(text(answer.body(), "accessToken"));
        return new Placed(text(answer.body(), "orderId"), text(answer.body(), "accessToken"), "2.00");
    }

    /// What people type into the wrong field.
    private void wrongRequests(String sku, Placed placed) throws Exception {
        String order = order(sku, "tok_zzyxa", STREET, EMAIL);
        for (String wrong : List.of(
                order.replace("\"GB\"", "\"" + STREET + "\""),
                order.replace("\"quantity\":1", "\"quantity\":\"" + EMAIL + "\""),
                order.replace("\"" + sku + "\"", "\"" + NAME + "\""),
                order.replace("\"city\"", "\"" + CITY + "\""),
                order.replace(CITY, CITY + "\\u0000").replace(EMAIL, "no address of " + NAME),
                order.replace("{\"name\"", "[\"name\""),
                order.substring(0, order.length() - 20),
                order + order,
                "\"" + EMAIL + "\"")) {
            for (String type : List.of(
                    "application/json",
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x")) {
                raw(
                        "order",
                        "POST",
                        "/orders",
                        List.of("Content-Type: " + type, "Idempotency-Key: " + EMAIL + "\u00e9"),
                        wrong);
            }
        }
        raw(
                "order",
                "POST",
                "/orders",
                List.of("Content-Type: application/x-www-form-urlencoded"),
                "name=" + EMAIL + "%zz");
        String operator = "Authorization: " + Http.basic("operator", shop.value("OPERATOR_PASSWORD"));
        for (String service : Choreography.SERVICES) {
            for (String path : List.of(
                    "/orders/",
                    "/products/",
                    "/payments/",
                    "/shipments/",
                    "/sagas/",
                    "/deductions/",
                    "/notifications?orderId=",
                    "/simulator/ledger?orderId=",
                    "/orders?status=",
                    "/sagas?status=",
                    "/analytics/summary?since=",
                    "/orders/x;",
                    "/")) {
                raw(service, "GET", path + EMAIL, List.of(operator), "");
                raw(service, "GET", path + EMAIL + "%ff", List.of(operator), "");
                raw(service, EMAIL, path, List.of(operator), "");
            }
            raw(service, "GET", "/orders", List.of("Authorization: " + Http.basic(EMAIL, STREET)), "");
            raw(service, "GET", "/orders", List.of("Authorization: Basic " + EMAIL), "");
            raw(service, "GET", "/orders HTTP/1.1 " + EMAIL, List.of("X" + EMAIL + ": x"), "");
            raw(service, "GET", "/orders", List.of("Host: " + EMAIL, "Content-Length: " + EMAIL), "");
        }
        for (String token : List.of(placed.accessToken() + "%ff", placed.accessToken() + "%zz", placed.accessToken())) {
            raw("order", "GET", "/orders/" + placed.orderId() + "?token=" + token, List.of(), "");
            raw("order", "GET", "/orders/" + UUID.randomUUID() + "?token=" + token, List.of(), "");
            raw("order", "GET", "/orders/" + token, List.of(), "");
        }
        String offer = "{\"name\":\"%s\",\"price\":{\"currency\":\"%s\",\"amount\":\"%s\"}}"
                .formatted(NAME + "\\ud800", CITY, EMAIL);
        raw("inventory", "PUT", "/products/" + sku, List.of(operator, "Content-Type: application/json"), offer);
    }

    private void wrongDeliveries() throws Exception {
        String notice = "{\"trackingNumber\":\"%s\",\"deliveredAt\":\"%s\"}".formatted(EMAIL, STREET);
        for (String secret : List.of(shop.value("WEBHOOK_SECRET"), "wrong")) {
            raw(
                    "shipping",
                    "POST",
                    "/carrier/deliveries",
                    List.of(
                            "Content-Type: application/json",
                            "webhook-id: " + EMAIL,
                            "webhook-timestamp: 1",
                            "webhook-signature: v1," + secret),
                    notice);
        }
    }

    private void raw(String service, String method, String target, List<String> headers, String body) throws Exception {
        String base = shop.value(service.toUpperCase(Locale.ROOT) + "_URL");
        RawHttp.send(base, RawHttp.request(method, target, headers, body.getBytes(UTF_8)));
    }

    /// Messages about the same person that cannot be read, or cannot be kept.
    private void poison(String sku) throws Exception {
        String created = """
            {"orderId":"%s","occurredAt":"2026-03-01T12:00:00Z","customer":{"name":"%s","email":"%s"},"payment":{"token":"tok_zzyxa"},
             "shipTo":{"name":"%s","street":"%s","city":"%s","postalCode":"%s","country":"%s"},
             "lines":[{"sku":"%s","quantity":"%s","unitPrice":{"currency":"EUR","amount":"%s"}}],"total":{"currency":"EUR","amount":"2.00"}}""".formatted(
                        UUID.randomUUID(), NAME, EMAIL, NAME, STREET, CITY, POSTAL_CODE, STREET, sku, EMAIL, STREET);
        try (Connection admin = new Broker(shop).as("admin")) {
            Channel channel = admin.openChannel().orElseThrow();
            for (String service : Choreography.SERVICES) {
                for (String type : List.of("v1.order.created", "v1.order.shipped", EMAIL)) {
                    for (String body : List.of(created, created.substring(9), NAME)) {
                        var properties = new AMQP.BasicProperties.Builder()
                                .type(type)
                                .messageId(
                                        type.equals(EMAIL)
                                                ? NAME + "\n" + STREET
                                                : UUID.randomUUID().toString())
                                .headers(Map.of(
                                        "causation-id", type.equals("v1.order.shipped") ? EMAIL : "x", "attempt", 4))
                                .build();
                        channel.basicPublish("", service + ".events", properties, body.getBytes(UTF_8));
                    }
                }
            }
            for (String service : Choreography.SERVICES) {
                take(channel, service + ".parking", 9);
            }
        }
    }

    /// Takes what was parked, and sees to it that the reason names nobody.
    private static void take(Channel channel, String queue, int count) throws Exception {
        var reasons = new ArrayList<String>();
        eventually(() -> {
            try {
                GetResponse parked = channel.basicGet(queue, true);
                while (parked != null) {
                    reasons.add(String.valueOf(parked.getProps().getHeaders().get("because")));
                    parked = channel.basicGet(queue, true);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            assertThat(reasons).as(queue).hasSize(count);
        });
        assertThat(reasons)
                .allSatisfy(
                        reason -> assertThat(reason).doesNotContain(PERSONAL).isNotEqualTo("null"));
    }

    /// A row about the person that the database refuses: its words on it quote the row.
    private void brokenConstraint() throws Exception {
        try (var connection = DriverManager.getConnection(shop.value("NOTIFICATION_JDBC_URL"));
                var columns = connection.getMetaData().getColumns(null, "public", "correspondence", null)) {
            var texts = new ArrayList<String>();
            while (columns.next()) {
                if (columns.getString("TYPE_NAME").equals("text")) {
                    texts.add(columns.getString("COLUMN_NAME"));
                }
            }
            assertThat(texts).isNotEmpty();
            for (String column : texts) {
                try (var insert =
                        connection.prepareStatement("insert into correspondence (" + column + ") values (?)")) {
                    insert.setString(1, EMAIL);
                    assertThatThrownBy(insert::executeUpdate).isInstanceOf(SQLException.class);
                }
            }
        }
    }

    private static List<String> secrets(Path state) throws Exception {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(state.resolve("secrets"))) {
            secrets.load(in);
        }
        return secrets.values().stream().map(String::valueOf).toList();
    }

    private static List<Path> logs(Path state) throws Exception {
        var place = new Properties();
        try (var in = Files.newBufferedReader(state.resolve("postgres.place"))) {
            place.load(in);
        }
        var logs = new ArrayList<Path>();
        for (Path folder :
                List.of(state.resolve("logs"), state.resolve("rabbitmq"), Path.of(place.getProperty("home"), "log"))) {
            try (var files = Files.walk(folder)) {
                files.filter(file ->
                                Files.isRegularFile(file) && file.toString().endsWith(".log"))
                        .forEach(logs::add);
            }
        }
        return logs;
    }
}
