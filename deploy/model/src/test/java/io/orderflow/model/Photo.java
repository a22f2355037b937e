package io.orderflow.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entity's fields at one moment. Two photos are equal when all fields are; from a photo the entity comes
/// back. The services' entities hold nothing but immutable values and sets that they replace, so a photo is never
/// touched by what happens to the entity afterwards.
record Photo(Class<?> type, List<@Nullable Object> values) {
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .peek(field -> field.setAccessible(true))
                    .toList();
        }
    };

    static Photo of(Object entity) {
        var values = new ArrayList<@Nullable Object>();
        for (Field field : FIELDS.get(entity.getClass())) {
            values.add(get(field, entity));
        }
        return new Photo(entity.getClass(), Collections.unmodifiableList(values));
    }

    /// An entity with these fields.
    Object develop() {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object entity = constructor.newInstance();
            List<Field> fields = FIELDS.get(type);
            for (int i = 0; i < fields.size(); i++) {
                fields.get(i).set(entity, values.get(i));
            }
            return entity;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The value of one field.
    @Nullable
    Object field(String name) {
        List<Field> fields = FIELDS.get(type);
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).getName().equals(name)) {
                return values.get(i);
            }
        }
        throw new IllegalArgumentException(type.getSimpleName() + " has no field " + name);
    }

    /// The same photo but for one field: how a mutant tampers with an entity.
    Photo with(String name, @Nullable Object value) {
        List<Field> fields = FIELDS.get(type);
        var changed = new ArrayList<>(values);
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).getName().equals(name)) {
                changed.set(i, value);
                return new Photo(type, Collections.unmodifiableList(changed));
            }
        }
        throw new IllegalArgumentException(type.getSimpleName() + " has no field " + name);
    }

    private static @Nullable Object get(Field field, Object entity) {
        try {
            return field.get(entity);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
