package io.orderflow.faults.running;

import io.orderflow.faults.running.Http.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The broker's management API, as `admin`.
public final class Management {
    private static final String VHOST = "orderflow";

    private final Orderflow system;
    private final Http http = new Http(Duration.ofSeconds(10));

    /// The API of the system's broker.
    public Management(Orderflow system) {
        this.system = system;
    }

    /// How many messages each queue holds, those that are being read included.
    ///
    /// @throws IllegalStateException when it does not answer, or has no figures yet
    /// @throws InterruptedException  when the suite is told to stop
    public Map<String, Long> messages() throws InterruptedException {
        var messages = new LinkedHashMap<String, Long>();
        for (JsonNode queue : get("/queues/" + VHOST + "?columns=name,messages")) {
            if (!queue.path("messages").isNumber()) {
                throw new IllegalStateException("the management API has no figures yet");
            }
            messages.put(queue.path("name").asString(), queue.path("messages").asLong());
        }
        return messages;
    }

    /// The names of the services' connections, by which they are closed.
    ///
    /// @throws InterruptedException when the suite is told to stop
    public List<String> connections() throws InterruptedException {
        return StreamSupport.stream(get("/connections?columns=name,user,state").spliterator(), false)
                .filter(connection -> !connection.path("user").asString("").equals("admin"))
                .map(connection -> connection.path("name").asString(""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /// How many connections the broker lets publish no more.
    ///
    /// @throws InterruptedException when the suite is told to stop
    public long blocked() throws InterruptedException {
        return StreamSupport.stream(get("/connections?columns=name,state").spliterator(), false)
                .map(connection -> connection.path("state").asString(""))
                .filter(state -> state.equals("blocked") || state.equals("blocking"))
                .count();
    }

    /// Closes a connection; true if there was one.
    ///
    /// @throws InterruptedException when the suite is told to stop
    public boolean close(String connection) throws InterruptedException {
        return send("DELETE", "/connections/" + encoded(connection)).isFine();
    }

    /// The alarms that are raised: `memory`, `disk`.
    ///
    /// @throws InterruptedException when the suite is told to stop
    public List<String> alarms() throws InterruptedException {
        var alarms = new ArrayList<String>();
        for (JsonNode node : get("/nodes?columns=mem_alarm,disk_free_alarm")) {
            if (node.path("mem_alarm").asBoolean(false)) {
                alarms.add("memory");
            }
            if (node.path("disk_free_alarm").asBoolean(false)) {
                alarms.add("disk");
            }
        }
        return alarms;
    }

    /// The queues that get events of a type.
    ///
    /// @throws InterruptedException when the suite is told to stop
    public List<String> readers(String type) throws InterruptedException {
        return StreamSupport.stream(
                        get("/exchanges/" + VHOST + "/orderflow.events/bindings/source")
                                .spliterator(),
                        false)
                .filter(binding -> binding.path("routing_key").asString("").equals(type))
                .map(binding -> binding.path("destination").asString(""))
                .toList();
    }

    private JsonNode get(String path) throws InterruptedException {
        Answer answer = send("GET", path);
        if (!answer.isFine()) {
            throw new IllegalStateException("the management API says " + answer.told());
        }
        return answer.body();
    }

    private Answer send(String method, String path) throws InterruptedException {
        return http.send(
                method,
                system.value("MANAGEMENT_URL") + "/api" + path,
                null,
                Map.of("Authorization", Http.basic("admin", system.value("ADMIN_PASSWORD"))));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
