package io.orderflow.messaging.start;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Stands in for the service's web server while the service waits for its database: it answers the health paths and
/// nothing else, so that whoever looks after the service sees that it lives, and what it is waiting for.
final class Lobby implements AutoCloseable {
    private final HttpServer server;
    private volatile String waitingFor = "";

    private Lobby(HttpServer server) {
        this.server = server;
    }

    /// Opens on the service's own address.
    ///
    /// @throws IOException when the port is taken
    static Lobby open(@Nullable InetAddress address, int port) throws IOException {
        InetSocketAddress socket = address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port);
        var lobby = new Lobby(HttpServer.create(socket, 0));
        lobby.server.createContext("/", lobby::answer);
        lobby.server.start();
        return lobby;
    }

    int port() {
        return server.getAddress().getPort();
    }

    void waitingFor(String what) {
        waitingFor = what;
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean alive = exchange.getRequestURI().getPath().equals("/actuator/health/liveness");
        String body = alive
                ? "{\"status\":\"UP\"}"
                : "{\"status\":\"DOWN\",\"components\":{\"database\":{\"status\":\"DOWN\",\"details\":{\"waitingFor\":\""
                        + waitingFor.replaceAll("[\"\\\\\\p{Cntrl}]", " ") + "\"}}}}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.spring-boot.actuator.v3+json");
        exchange.getResponseHeaders().set("Retry-After", "1");
        exchange.sendResponseHeaders(alive ? 200 : 503, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
