package io.orderflow.analytics;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

/// The operator, who asks over HTTP with a log-in.
record Operator(RestTestClient client) {
    static Operator at(int port) {
        return new Operator(RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .defaultHeaders(headers -> headers.setBasicAuth("operator", "test"))
                .build());
    }

    /// Asks, and is answered.
    BodyContentSpec asks(String uri) {
        return gets(HttpStatus.OK, uri);
    }

    /// Asks, and gets this.
    BodyContentSpec gets(HttpStatus status, String uri) {
        return client.get().uri(uri).exchange().expectStatus().isEqualTo(status).expectBody();
    }

    /// Posts nothing, and gets this.
    BodyContentSpec posts(HttpStatus status, String uri) {
        return client.post()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody();
    }
}
