package io.orderflow.events;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The catalogue: every event type by its routing key, and who says it. Derived from the sealed families, so that a
/// new record is in it by being permitted.
public final class EventTypes {
    private static final Map<String, Class<? extends Fact>> BY_KEY = leaves(Fact.class)
            .collect(Collectors.toMap(EventTypes::keyOf, type -> type, (one, same) -> one, TreeMap::new));

    private EventTypes() {}

    /// Every event type by its routing key, in the order of the keys.
    public static Map<String, Class<? extends Fact>> byKey() {
        return Collections.unmodifiableMap(BY_KEY);
    }

    /// The routing key of an event type.
    ///
    /// @throws IllegalArgumentException for a type without one, such as a family
    public static String keyOf(Class<? extends Fact> type) {
        RoutingKey key = type.getAnnotation(RoutingKey.class);
        if (key == null) {
            throw new IllegalArgumentException(type.getName() + " has no routing key");
        }
        return key.value();
    }

    /// The event types that a type stands for: itself if it is a record, all that it permits if it is a family.
    public static Set<Class<? extends Fact>> under(Class<? extends Fact> type) {
        return leaves(type).collect(Collectors.toUnmodifiableSet());
    }

    /// The service that says an event type.
    public static String sayerOf(Class<? extends Fact> type) {
        for (Class<?> family : type.isRecord() ? type.getInterfaces() : new Class<?>[] {type}) {
            SaidBy said = family.getAnnotation(SaidBy.class);
            if (said != null) {
                return said.value();
            }
        }
        throw new IllegalArgumentException("nobody says " + type.getName());
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends Fact>> leaves(Class<? extends Fact> type) {
        if (!type.isSealed()) {
            return Stream.of(type);
        }
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(permitted -> leaves((Class<? extends Fact>) permitted))
                .distinct();
    }
}
