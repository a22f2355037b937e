package io.orderflow.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON over HTTP with a log-in: what is arranged and read beside the load, the broker's management above
/// all.
final class Management {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String authorization;

    Management(String url, String user, String password) {
        this.url = url;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /// Sends a request.
    ///
    /// @return the status; 0 if nobody answers
    int send(String method, String path, String body) {
        return exchange(method, path, body).status();
    }

    JsonNode get(String path) {
        Reply reply = exchange("GET", path, "");
        if (reply.status() != 200) {
            throw new Refused("GET " + url + path + " was answered with HTTP " + reply.status() + ".");
        }
        return JSON.readTree(reply.body());
    }

    /// The broker's version.
    String brokerVersion() {
        return get("/api/overview").path("rabbitmq_version").asString("");
    }

    /// What the broker has counted of a virtual host's messages since it was started: `published` and
    /// `confirmed`; `delivered` to consumers that acknowledge, which the driver is not; `redelivered` among
    /// these.
    Map<String, Long> messages(String vhost) {
        JsonNode stats = get("/api/vhosts/" + vhost).path("message_stats");
        var messages = new TreeMap<String, Long>();
        messages.put("published", stats.path("publish").asLong(0));
        messages.put("confirmed", stats.path("confirm").asLong(0));
        messages.put("delivered", stats.path("deliver").asLong(0));
        messages.put("redelivered", stats.path("redeliver").asLong(0));
        return messages;
    }

    private record Reply(int status, String body) {}

    private Reply exchange(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.body());
        } catch (IOException nobody) {
            return new Reply(0, "");
        } catch (InterruptedException interrupted) {
            throw Threads.interrupted(interrupted);
        }
    }
}
