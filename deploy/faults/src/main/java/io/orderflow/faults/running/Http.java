package io.orderflow.faults.running;

import java.io.IOException;
import java.net.ConnectException;
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

/// JSON over HTTP, as a client of the system speaks it.
public final class Http {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    /// A client.
    ///
    /// @param patience how long it waits for an answer
    public Http(Duration patience) {
        this.patience = patience;
    }

    /// An answer.
    ///
    /// @param status     the HTTP status; 0 if there was no answer
    /// @param retryAfter what the header `Retry-After` says; empty if there is none
    /// @param body       the JSON body; a missing node if there is none. Without an answer, why, as text
    public record Answer(int status, String retryAfter, JsonNode body) {
        /// True for 2xx.
        public boolean isFine() {
            return status >= 200 && status < 300;
        }

        /// True if there was nobody to take the connection.
        public boolean isNobodyThere() {
            return status == 0 && body.asString("").startsWith(ConnectException.class.getName());
        }

        /// Status and body, for a person.
        public String told() {
            return (status == 0 ? "no answer: " : "HTTP " + status + " ") + body;
        }
    }

    /// The value of `Authorization` for HTTP Basic.
    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /// Sends a request and waits for its answer. No answer is an answer, too.
    ///
    /// @param body    becomes JSON; null for none
    /// @param headers names and values
    /// @throws InterruptedException when the suite is told to stop
    public Answer send(String method, String url, @Nullable Object body, Map<String, String> headers)
            throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(patience);
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("retry-after").orElse(""),
                    json(response.body()));
        } catch (IOException none) {
            return new Answer(0, "", JSON.getNodeFactory().stringNode(none.toString()));
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
