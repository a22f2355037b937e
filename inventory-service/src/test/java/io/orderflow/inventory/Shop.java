package io.orderflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/// What the operator and everyone else may ask over HTTP.
final class Shop {
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final RestTestClient http;

    Shop(int port) {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    RestTestClient http() {
        return http;
    }

    static void operator(HttpHeaders headers) {
        headers.setBasicAuth("operator", "test");
    }

    RestTestClient.ResponseSpec put(String sku, String body) {
        return http.put()
                .uri("/products/{sku}", sku)
                .headers(Shop::operator)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    RestTestClient.ResponseSpec replenish(String sku, String body, @Nullable String key) {
        Consumer<HttpHeaders> withKey = headers -> {
            operator(headers);
            if (key != null) {
                headers.set("Idempotency-Key", key);
            }
        };
        return http.post()
                .uri("/products/{sku}/replenishments", sku)
                .headers(withKey)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    void lists(String sku, int onHand) {
        put(sku, """
                {"name": "A mug", "price": {"currency": "EUR", "amount": "12.90"}, "onHand": %d}""".formatted(onHand)).expectStatus().isCreated();
    }

    void replenishes(String sku, int quantity) {
        replenish(sku, "{\"quantity\": %d}".formatted(quantity), null)
                .expectStatus()
                .isCreated();
    }

    Map<String, Object> product(String sku) {
        return read(http.get().uri("/products/{sku}", sku).exchange());
    }

    int onHand(String sku) {
        Object onHand = product(sku).get("onHand");
        assertThat(onHand).isInstanceOf(Integer.class);
        return (Integer) Objects.requireNonNull(onHand);
    }

    HttpStatusCode deductionStatus(UUID order) {
        return http.get()
                .uri("/deductions/{order}", order)
                .headers(Shop::operator)
                .exchange()
                .returnResult(byte[].class)
                .getStatus();
    }

    Map<String, Object> deduction(UUID order) {
        assertThat(deductionStatus(order)).isEqualTo(HttpStatus.OK);
        return read(http.get()
                .uri("/deductions/{order}", order)
                .headers(Shop::operator)
                .exchange());
    }

    static Map<String, Object> read(RestTestClient.ResponseSpec response) {
        return Objects.requireNonNull(response.expectBody(JSON).returnResult().getResponseBody());
    }
}
