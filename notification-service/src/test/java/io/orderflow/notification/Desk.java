package io.orderflow.notification;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/// What the operator may read over HTTP.
record Desk(RestTestClient http) {
    private static final ParameterizedTypeReference<List<Map<String, Object>>> MESSAGES =
            new ParameterizedTypeReference<>() {};

    Desk(int port) {
        this(RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build());
    }

    static void operator(HttpHeaders headers) {
        headers.setBasicAuth("operator", "test");
    }

    List<Map<String, Object>> messagesAbout(UUID order) {
        return Objects.requireNonNull(http.get()
                .uri("/notifications?orderId={order}", order)
                .headers(Desk::operator)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(MESSAGES)
                .returnResult()
                .getResponseBody());
    }
}
