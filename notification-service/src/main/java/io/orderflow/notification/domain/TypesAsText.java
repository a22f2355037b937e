package io.orderflow.notification.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Set;
import java.util.TreeSet;

/// Event types in a column, readable: `v1.order.created v1.payment.processed`.
@Converter
public class TypesAsText implements AttributeConverter<Set<String>, String> {
    @Override
    public String convertToDatabaseColumn(Set<String> types) {
        return String.join(" ", new TreeSet<>(types));
    }

    @Override
    public Set<String> convertToEntityAttribute(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" ", -1));
    }
}
