package io.orderflow.local;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The broker's definitions file, derived from what the services say and hear: exchanges, every service's queues and
/// bindings, and one user per service who can publish nothing but the service's own keys.
///
/// All queues stand before any service runs, so no event is ever published before its readers' queues exist.
final class Definitions {
    static final String VHOST = "orderflow";
    static final String EVENTS = "orderflow.events";
    static final String WATCH = "orderflow.watch";

    private final List<Map<String, Object>> users = new ArrayList<>();
    private final List<Map<String, Object>> permissions = new ArrayList<>();
    private final List<Map<String, Object>> topics = new ArrayList<>();
    private final List<Map<String, Object>> exchanges = new ArrayList<>();
    private final List<Map<String, Object>> queues = new ArrayList<>();
    private final List<Map<String, Object>> bindings = new ArrayList<>();

    /// The password of each user.
    interface Passwords {
        String of(String user);
    }

    private Definitions() {}

    /// The definitions as the JSON text that RabbitMQ imports; the same input gives the same text.
    static String derive(List<Choreography> choreographies, Passwords passwords) {
        var made = new Definitions();
        made.exchange(EVENTS, "topic");
        made.queue(WATCH, Map.of("x-max-length", 1000, "x-overflow", "drop-head"));
        made.bind(EVENTS, "v1.#", WATCH);
        made.user("admin", passwords.of("admin"), "administrator");
        made.permit("admin", ".*", ".*", ".*");
        made.user("viewer", passwords.of("viewer"), "monitoring");
        made.permit("viewer", "^$", "^$", "^orderflow\\.watch$");
        for (Choreography choreography : choreographies) {
            made.service(choreography, passwords.of(choreography.service()));
        }
        return made.json();
    }

    private void service(Choreography choreography, String password) {
        String service = choreography.service();
        exchange(service, "direct");
        ServiceQueues.of(service).forEach(queue -> {
            queue(queue.name(), queue.arguments());
            queue.boundAs().ifPresent(key -> bind(service, key, queue.name()));
        });
        choreography.reactsTo().forEach(key -> {
            bind(EVENTS, key, service + ".events");
            bind(EVENTS, "to." + service + "." + key, service + ".events"); // said again to it alone
        });
        user(service, password, "");
        String own = service + "(\\..*)?";
        permit(service, "^" + own + "$", "^(orderflow\\.events|" + own + ")$", "^(orderflow\\.events|" + own + ")$");
        topics.add(row(
                "user", service,
                "vhost", VHOST,
                "exchange", EVENTS,
                "write", anyOf("[a-z]+", choreography.says()),
                "read", anyOf(service, choreography.reactsTo())));
    }

    /// A pattern that these keys match, said to all or to one reader, and nothing else; without keys it matches no
    /// routing key at all.
    private static String anyOf(String reader, List<String> keys) {
        return keys.isEmpty()
                ? "^$"
                : "^(to\\." + reader + "\\.)?(" + String.join("|", keys).replace(".", "\\.") + ")$";
    }

    private void user(String name, String password, String tag) {
        users.add(row(
                "name",
                name,
                "password_hash",
                PasswordHash.of(name, password),
                "hashing_algorithm",
                "rabbit_password_hashing_sha256",
                "tags",
                tag.isEmpty() ? List.of() : List.of(tag),
                "limits",
                Map.of()));
    }

    private void permit(String user, String configure, String write, String read) {
        permissions.add(row(
                "user", user,
                "vhost", VHOST,
                "configure", configure,
                "write", write,
                "read", read));
    }

    private void exchange(String name, String type) {
        exchanges.add(row(
                "name",
                name,
                "vhost",
                VHOST,
                "type",
                type,
                "durable",
                true,
                "auto_delete",
                false,
                "internal",
                false,
                "arguments",
                Map.of()));
    }

    private void queue(String name, Map<String, Object> arguments) {
        queues.add(row(
                "name", name, "vhost", VHOST, "durable", true, "auto_delete", false, "arguments", sorted(arguments)));
    }

    private void bind(String exchange, String key, String queue) {
        bindings.add(row(
                "source", exchange,
                "vhost", VHOST,
                "destination", queue,
                "destination_type", "queue",
                "routing_key", key,
                "arguments", Map.of()));
    }

    private String json() {
        var all = new LinkedHashMap<String, Object>();
        all.put("users", users);
        all.put("vhosts", List.of(Map.of("name", VHOST)));
        all.put("permissions", permissions);
        all.put("topic_permissions", topics);
        all.put("exchanges", exchanges);
        all.put("queues", queues);
        all.put("bindings", bindings);
        var mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return new String(mapper.writeValueAsBytes(all), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> sorted(Map<String, Object> arguments) {
        var sorted = new LinkedHashMap<String, Object>();
        arguments.keySet().stream().sorted().forEach(name -> sorted.put(name, arguments.get(name)));
        return sorted;
    }

    private static Map<String, Object> row(Object... pairs) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }
}
