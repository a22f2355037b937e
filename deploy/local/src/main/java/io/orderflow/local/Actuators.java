package io.orderflow.local;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The services' actuators, asked as `operations`: of each service the first instance that runs.
final class Actuators {
    /// A service may be waiting for others who look at the same thing.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final State state;
    private final Plan plan;
    private final Http http = new Http(PATIENCE);
    private final Map<String, String> login;

    Actuators(State state) {
        this.state = state;
        this.plan = state.plan().orElseThrow(() -> new Refused("Nothing runs: deploy/up starts it."));
        this.login = Http.login("operations", state.secrets().operations());
    }

    /// Asks for something.
    ///
    /// @param path  after `/actuator`
    /// @param query without what has no value
    /// @throws Refused with what the service says is wrong
    JsonNode get(Service service, String path, Map<String, String> query) {
        return body(service, http.get(url(service, path, query), login));
    }

    /// Has something done.
    ///
    /// @throws Refused with what the service says is wrong
    JsonNode post(Service service, String path, Map<String, ?> body) {
        return body(service, http.post(url(service, path, Map.of()), login, body));
    }

    /// Has something ended.
    ///
    /// @throws Refused with what the service says is wrong
    JsonNode delete(Service service, String path, Map<String, String> query) {
        return body(service, http.delete(url(service, path, query), login));
    }

    private String url(Service service, String path, Map<String, String> query) {
        String host = Fleet.of(state, plan).stream()
                .filter(process -> process.service() == service)
                .filter(process -> process.running().isPresent())
                .findFirst()
                .map(ServiceProcess::url)
                .orElse(plan.url(service, 1));
        String parameters = query.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return host + "/actuator" + path + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    /// For a path as for a query.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static JsonNode body(Service service, Http.Answer answer) {
        if (answer.isFine()) {
            return answer.body();
        }
        if (answer.status() == 0) {
            throw new Refused("The " + service.id() + " service does not answer: deploy/status says what runs.");
        }
        String detail = answer.body().path("detail").asString("");
        throw new Refused("The " + service.id() + " service says: " + (detail.isEmpty() ? answer.told() : detail));
    }
}
