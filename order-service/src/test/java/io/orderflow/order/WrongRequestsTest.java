package io.orderflow.order;

import static io.orderflow.order.Counter.and;
import static io.orderflow.order.Counter.at;
import static io.orderflow.order.Counter.request;
import static io.orderflow.order.Counter.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.order.Counter.Answer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class WrongRequestsTest {
    private Counter counter;

    @Autowired
    void openCounter(RestTestClient http) {
        counter = new Counter(http);
    }

    private static Stream<Arguments> mistakes() {
        return Stream.of(
                wrong("customer", r -> r.remove("customer")),
                wrong("customer.name", r -> at(r, "/customer").put("name", " ")),
                wrong("customer.name", r -> at(r, "/customer").put("name", "x".repeat(201))),
                wrong("customer.name", r -> at(r, "/customer").put("name", "Ada\r\nBcc: all")),
                wrong("customer.name", r -> at(r, "/customer").put("name", "Ada\0")),
                wrong("customer.email", r -> at(r, "/customer").putNull("email")),
                wrong("customer.email", r -> at(r, "/customer").put("email", "ada")),
                wrong("customer.email", r -> at(r, "/customer").put("email", "ada@example.org\r\nBcc: b@example.org")),
                wrong("customer.email", r -> at(r, "/customer").put("email", "a@" + "x.".repeat(150) + "org")),
                wrong("customer.loyalty", r -> at(r, "/customer").put("loyalty", 3)),
                wrong("shipTo.planet", r -> at(r, "/shipTo").put("planet", "Earth")),
                wrong("shipTo.street", r -> at(r, "/shipTo").put("street", "12\u0007")),
                wrong("payment.cvc", r -> at(r, "/payment").put("cvc", "123")),
                wrong("payment.token", r -> at(r, "/payment").put("token", "tok\n")),
                wrong("shipTo", r -> r.putNull("shipTo")),
                wrong("shipTo.name", r -> at(r, "/shipTo").remove("name")),
                wrong("shipTo.street", r -> at(r, "/shipTo").put("street", "x".repeat(201))),
                wrong("shipTo.city", r -> at(r, "/shipTo").put("city", "")),
                wrong("shipTo.postalCode", r -> at(r, "/shipTo").put("postalCode", "x".repeat(21))),
                wrong("shipTo.country", r -> at(r, "/shipTo").put("country", "gb")),
                wrong("shipTo.country", r -> at(r, "/shipTo").put("country", "GBR")),
                wrong("shipTo.country", r -> at(r, "/shipTo").remove("country")),
                wrong("payment", r -> r.remove("payment")),
                wrong("payment.token", r -> at(r, "/payment").put("token", "")),
                wrong("payment.token", r -> at(r, "/payment").put("token", "x".repeat(101))),
                wrong("lines", r -> r.remove("lines")),
                wrong("lines", r -> r.putArray("lines")),
                wrong("lines", r -> {
                    for (int i = 0; i < 50; i++) {
                        and(r, "SKU-" + i, 1);
                    }
                }),
                wrong("lines[0]", r -> ((ArrayNode) r.get("lines")).setNull(0)),
                wrong("lines[0].sku", r -> at(r, "/lines/0").put("sku", "")),
                wrong("lines[0].quantity", r -> at(r, "/lines/0").put("quantity", 0)),
                wrong("lines[0].quantity", r -> at(r, "/lines/0").put("quantity", -1)),
                wrong("lines[0].quantity", r -> at(r, "/lines/0").put("quantity", 1001)),
                wrong("lines[0].quantity", r -> at(r, "/lines/0").put("quantity", 2.5)),
                wrong("lines[0].quantity", r -> at(r, "/lines/0").put("quantity", 9_999_999_999L)),
                wrong("lines[0].quantity", r -> at(r, "/lines/0").put("quantity", "many")),
                wrong("lines[0].quantity", r -> at(r, "/lines/0").remove("quantity")),
                wrong("lines[0].unitPrice", r -> at(r, "/lines/0").put("unitPrice", "0.01")),
                wrong("lines[1].sku", r -> and(r, "MUG-BLUE", 3)),
                wrong("shipWithin", r -> r.put("shipWithin", "soon")),
                wrong("shipWithin", r -> r.put("shipWithin", "PT0.9S")),
                wrong("shipWithin", r -> r.put("shipWithin", "PT-5S")),
                wrong("shipWithin", r -> r.put("shipWithin", "P31D")),
                wrong("shipWithin", r -> r.put("shipWithin", "P1M")),
                wrong("total", r -> r.put("total", "0.01")),
                wrong("status", r -> r.put("status", "SHIPPED")));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_named_by_its_field(String field, Consumer<ObjectNode> mistake) {
        ObjectNode request = request("MUG-BLUE", 2);
        mistake.accept(request);

        Answer answer = counter.place(request);

        answer.names(400, "invalid-request", field);
    }

    @Test
    void all_mistakes_are_named_at_once() {
        ObjectNode request = request("MUG-BLUE", 0);
        at(request, "/customer").put("email", "ada");
        at(request, "/shipTo").put("country", "England");

        assertThat(texts(counter.place(request).body().path("errors"), "field"))
                .containsExactly("customer.email", "lines[0].quantity", "shipTo.country");
    }

    @Test
    void the_limits_themselves_are_allowed() {
        ObjectNode request = request("NO-SUCH", 1000);
        at(request, "/customer").put("name", "x".repeat(200));
        for (int i = 1; i < 50; i++) {
            and(request, "NO-SUCH-" + i, 1);
        }

        counter.place(request).isProblem(422, "unknown-product");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "\u0000", "name=Ada"})
    void what_is_no_json_at_all_is_refused(String body) {
        counter.place(body, null).isProblem(400, "unreadable-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"order\"", "7"})
    void json_that_is_no_order_is_refused(String body) {
        Answer answer = counter.place(body, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
    }

    @Test
    void a_body_may_have_64_kibibytes_and_not_one_byte_more() {
        String request = request("NO-SUCH", 1).toString();
        String largest = request + " ".repeat(64 * 1024 - request.length());

        counter.place(largest, null).isProblem(422, "unknown-product");
        counter.place(largest + " ", null).isProblem(413, "body-too-large");
    }

    @Test
    void a_body_that_does_not_say_its_length_has_the_same_limit(@LocalServerPort int port) throws Exception {
        byte[] tooLarge = (request("NO-SUCH", 1) + " ".repeat(64 * 1024)).getBytes(StandardCharsets.UTF_8);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/orders"))
                            .version(HttpClient.Version.HTTP_1_1)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("/problems/body-too-large");
        }
    }

    @Test
    void half_a_character_is_refused() {
        String body = request("MUG-BLUE", 2).toString().replace("London", "Lond\\ud800n");

        assertThat(counter.place(body, null).status()).isEqualTo(400);
    }

    private static Arguments wrong(String field, Consumer<ObjectNode> mistake) {
        return Arguments.of(field, Named.of("mistake", mistake));
    }
}
