package io.orderflow.analytics.gateways;

import io.orderflow.events.Personal;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Finds what is marked [Personal] in a type of record, at any depth, and takes it out of such a record's JSON. It
/// knows
/// no event by name: whatever is marked is not kept.
final class PersonalData {
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return type.isRecord()
                    ? Stream.of(type.getRecordComponents())
                            .map(component -> new Part(
                                    component.getName(),
                                    component.isAnnotationPresent(Personal.class),
                                    component.getGenericType()))
                            .filter(part -> part.personal() || isIn(part.type()))
                            .toList()
                    : List.of();
        }
    };

    private PersonalData() {}

    /// Whether a value of this type can hold personal data.
    static boolean isIn(Type type) {
        Type element = elementOf(type);
        return element == null ? !partsOf(type).isEmpty() : isIn(element);
    }

    /// Takes personal data out of the JSON of a value of this type.
    static void removeFrom(JsonNode json, Type type) {
        Type element = elementOf(type);
        if (element != null) {
            json.forEach(value -> removeFrom(value, element));
        } else if (json instanceof ObjectNode object) {
            partsOf(type).forEach(part -> part.removeFrom(object));
        }
    }

    private static List<Part> partsOf(Type type) {
        return type instanceof Class<?> raw ? PARTS.get(raw) : List.of();
    }

    /// What an array or a collection holds, or a map as its values; null for any other type.
    private static @Nullable Type elementOf(Type type) {
        if (type instanceof Class<?> raw) {
            return raw.componentType();
        }
        return type instanceof ParameterizedType generic
                        && generic.getRawType() instanceof Class<?> raw
                        && (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw))
                ? List.of(generic.getActualTypeArguments()).getLast()
                : null;
    }

    /// A component that is personal, or whose value holds something personal.
    private record Part(String name, boolean personal, Type type) {
        void removeFrom(ObjectNode object) {
            JsonNode value = object.get(name);
            if (personal) {
                object.remove(name);
            } else if (value != null) {
                PersonalData.removeFrom(value, type);
            }
        }
    }
}
