package io.orderflow.model;

import io.orderflow.events.EventTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts the participants of a space together. Who hears what is read from what each service's compiler wrote down
/// of its reactions: a reaction that is missing in a service is missing here.
final class Model {
    private static final Map<String, Set<String>> REACTS_TO = reactsTo();

    private Model() {}

    /// The world of a space.
    ///
    /// @param mutant which decision is wrong
    static World world(Space space, Mutant mutant) {
        return new World(
                mutant.participants(space),
                (who, fact) -> {
                    String key = EventTypes.keyOf(fact.getClass());
                    return reactsTo(who.name()).contains(key) || mutant.alsoHears(who.name(), fact);
                },
                space);
    }

    /// Goes through a space.
    ///
    /// @param most the most states that are gone through
    static Exploration.Result check(Space space, Mutant mutant, int most) {
        World world = world(space, mutant);
        return new Exploration(world, new SagaPromises(world, space), most).run();
    }

    /// The keys that a service reacts to.
    static Set<String> reactsTo(String service) {
        return REACTS_TO.getOrDefault(service, Set.of());
    }

    private static Map<String, Set<String>> reactsTo() {
        var found = new HashMap<String, Set<String>>();
        var mapper = JsonMapper.builder().build();
        try {
            for (URL url : Collections.list(
                    Model.class.getClassLoader().getResources("META-INF/orderflow/choreography.json"))) {
                try (InputStream in = url.openStream()) {
                    JsonNode choreography = mapper.readTree(in);
                    var keys = new HashSet<String>();
                    choreography.get("reactsTo").forEach(key -> keys.add(key.asString()));
                    found.put(choreography.get("service").asString(), Set.copyOf(keys));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }
}
