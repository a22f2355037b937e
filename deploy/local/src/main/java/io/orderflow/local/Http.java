package io.orderflow.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the services over HTTP, as any client would; JSON both ways.
final class Http {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final Duration patience;

    Http() {
        this(Duration.ofSeconds(10));
    }

    /// @param patience how long to wait for an answer
    Http(Duration patience) {
        this.patience = patience;
    }

    /// An answer.
    ///
    /// @param status the HTTP status; 0 if nobody answered
    /// @param body   the JSON body; a missing node if there was none
    record Answer(int status, JsonNode body) {
        boolean isFine() {
            return status >= 200 && status < 300;
        }

        /// For a person: the status and what the body says.
        String told() {
            String detail = body.path("detail").asString("");
            return status == 0 ? "no answer" : "HTTP " + status + " " + (detail.isEmpty() ? body.toString() : detail);
        }
    }

    static Map<String, String> login(String user, String password) {
        String both = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return Map.of("Authorization", "Basic " + both);
    }

    Answer get(String url, Map<String, String> headers) {
        return send("GET", url, headers, null);
    }

    Answer post(String url, Map<String, String> headers, Object body) {
        return send("POST", url, headers, body);
    }

    Answer put(String url, Map<String, String> headers, Object body) {
        return send("PUT", url, headers, body);
    }

    Answer delete(String url, Map<String, String> headers) {
        return send("DELETE", url, headers, null);
    }

    private Answer send(String method, String url, Map<String, String> headers, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(patience);
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        }
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException noAnswer) {
            return new Answer(0, JSON.missingNode());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted.", interrupted);
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }
}
