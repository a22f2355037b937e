package io.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Where customers and the operator ask, over HTTP.
record Counter(RestTestClient http) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What came back.
    record Answer(int status, Map<String, String> headers, JsonNode body) {
        String text(String pointer) {
            return body.at(pointer).asString("");
        }

        /// Claims that it is a refusal, in the one form that all refusals have (RFC 9457).
        void isProblem(int expected, String slug) {
            assertThat(status).as("%s", body).isEqualTo(expected);
            assertThat(headers).containsEntry("Content-Type", "application/problem+json");
            assertThat(text("/type")).isEqualTo("/problems/" + slug);
            assertThat(body.path("status").asInt()).isEqualTo(expected);
            assertThat(text("/title")).isNotBlank();
            assertThat(text("/detail")).isNotBlank();
        }

        /// Claims that it is a refusal of these fields.
        void names(int expected, String slug, String... fields) {
            isProblem(expected, slug);
            assertThat(texts(body.path("errors"), "field")).containsOnly(fields);
            assertThat(texts(body.path("errors"), "message")).doesNotContain("");
        }
    }

    /// A request that everything is right with.
    static ObjectNode request(String sku, int quantity) {
        return (ObjectNode) JSON.readTree("""
                {
                  "customer": {"name": "Ada Lovelace", "email": "ada@example.org"},
                  "shipTo": {"name": "Ada Lovelace", "street": "12 St James's Square", "city": "London",
                             "postalCode": "SW1Y 4JH", "country": "GB"},
                  "payment": {"token": "tok_approved"},
                  "lines": [{"sku": "%s", "quantity": %d}]
                }
                """.formatted(sku, quantity));
    }

    /// The same with one more line.
    static ObjectNode and(ObjectNode request, String sku, int quantity) {
        ((ArrayNode) request.get("lines")).addObject().put("sku", sku).put("quantity", quantity);
        return request;
    }

    /// The object at a path.
    static ObjectNode at(JsonNode request, String pointer) {
        return (ObjectNode) request.at(pointer);
    }

    Answer place(JsonNode request) {
        return place(request.toString(), null);
    }

    Answer place(JsonNode request, String key) {
        return place(request.toString(), key);
    }

    Answer place(String body, @Nullable String key) {
        var post = http.post().uri("/orders").contentType(MediaType.APPLICATION_JSON);
        return answer((key == null ? post : post.header("Idempotency-Key", key)).body(body));
    }

    Answer get(String path, String... header) {
        var get = http.get().uri(path);
        return answer(header.length == 0 ? get : get.header(header[0], header[1]));
    }

    Answer asOperator(String path) {
        return answer(http.get().uri(path).headers(headers -> headers.setBasicAuth("operator", "test")));
    }

    /// Asks to cancel an order, as its customer.
    Answer cancel(Answer placed) {
        return post(cancellation(placed), null, "Order-Token", placed.text("/accessToken"));
    }

    /// Posts a body as JSON, or nothing if it is null.
    Answer post(String path, @Nullable String body, String... header) {
        var post = http.post().uri(path);
        for (int i = 0; i < header.length; i += 2) {
            post.header(header[i], header[i + 1]);
        }
        return answer(
                body == null
                        ? post
                        : post.contentType(MediaType.APPLICATION_JSON).body(body));
    }

    Answer postAsOperator(String path, String... header) {
        var post = http.post().uri(path).headers(headers -> headers.setBasicAuth("operator", "test"));
        for (int i = 0; i < header.length; i += 2) {
            post.header(header[i], header[i + 1]);
        }
        return answer(post);
    }

    static String cancellation(Answer placed) {
        return "/orders/" + placed.text("/orderId") + "/cancellation";
    }

    /// An order as its customer sees it.
    JsonNode order(Answer placed) {
        return get("/orders/" + placed.text("/orderId"), "Order-Token", placed.text("/accessToken"))
                .body();
    }

    static List<String> texts(JsonNode array, String member) {
        return array.valueStream().map(one -> one.path(member).asString("")).toList();
    }

    private static Answer answer(RestTestClient.RequestHeadersSpec<?> request) {
        var result = request.exchange().expectBody(byte[].class).returnResult();
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(result.getResponseHeaders().toSingleValueMap());
        byte[] body = result.getResponseBody();
        return new Answer(
                result.getStatus().value(),
                headers,
                body == null || body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
    }
}
