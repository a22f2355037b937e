package io.orderflow.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private static final byte[] BODY = "{\"orderId\":\"a\"}".getBytes(StandardCharsets.UTF_8);

    private final Set<InetSocketAddress> clients = new HashSet<>();
    private HttpServer server;
    private volatile boolean chunked;
    private volatile boolean closes;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/orders", exchange -> {
            clients.add(exchange.getRemoteAddress());
            boolean whole = exchange.getRequestBody().readAllBytes().length == Wishes.body(0).length;
            String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.getResponseHeaders().set("Location", "/orders/" + key);
            if (closes) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            exchange.sendResponseHeaders(whole ? 202 : 400, chunked ? 0 : BODY.length);
            exchange.getResponseBody().write(BODY);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private Connection connection() {
        return new Connection(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @Test
    void answers_of_either_framing_are_read_one_after_the_other_on_one_connection() throws IOException {
        try (Connection connection = connection()) {
            for (int i = 0; i < 6; i++) {
                chunked = i % 2 == 0;
                assertThat(connection.post("key-" + i, Wishes.body(0)))
                        .isEqualTo(new Connection.Answer(202, "/orders/key-" + i));
            }
        }
        assertThat(clients).hasSize(1);
    }

    @Test
    void a_connection_that_the_server_closes_is_opened_anew() throws IOException {
        closes = true;
        try (Connection connection = connection()) {
            connection.post("1", Wishes.body(0));
            assertThat(connection.post("2", Wishes.body(0)).status()).isEqualTo(202);
        }
        assertThat(clients).hasSize(2);
    }

    @Test
    void nobody_there_is_an_exception_and_the_next_request_tries_again() throws IOException {
        server.stop(0);
        try (Connection connection = connection()) {
            assertThatThrownBy(() -> connection.post("1", Wishes.body(0))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> connection.post("1", Wishes.body(0))).isInstanceOf(IOException.class);
        }
    }
}
