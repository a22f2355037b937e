package io.orderflow.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a service says and hears, as its jar tells.
///
/// @param says     the routing keys that are its own to publish
/// @param reactsTo the routing keys that it has reactions to
record Choreography(String service, Set<String> says, Set<String> reactsTo) {
    /// Every service's name.
    static final List<String> SERVICES =
            List.of("order", "payment", "inventory", "shipping", "notification", "analytics");

    static Choreography of(Checkout checkout, String service) {
        var jar = checkout.root().resolve(service + "-service/target/" + service + "-service.jar");
        try (var zip = new ZipFile(jar.toFile());
                var in = zip.getInputStream(zip.getEntry("META-INF/orderflow/choreography.json"))) {
            JsonNode told = JsonMapper.builder().build().readTree(in);
            return new Choreography(
                    told.path("service").asString(), words(told.path("says")), words(told.path("reactsTo")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// All six of them.
    static List<Choreography> all(Checkout checkout) {
        return SERVICES.stream().map(service -> of(checkout, service)).toList();
    }

    private static Set<String> words(JsonNode list) {
        var words = new TreeSet<String>();
        list.forEach(word -> words.add(word.asString()));
        return words;
    }
}
